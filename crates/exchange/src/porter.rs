//! What the screen and the porter say to each other. The porter is a throw-away worker without keys: started for one
//! file, and ended with it.

use journal::support::scores::QuestionnaireWords;
use serde::{Deserialize, Serialize};

// What a questionnaire gives.
pub use crate::fhir::{FhirRefused, FhirWarning};

// What an import gives.
pub use crate::import::{
    Found, Incoming, Key, KindFound, Media, MediaForm, MediaRef, MoodFound, NoMedia, Place, Plain, Program,
    Refused, Said, Warning, What,
};

/// What the screen sends. The file itself is handed over before [`ToPorter::Look`].
#[derive(Debug, Serialize, Deserialize)]
pub enum ToPorter {
    /// Who is there? [`FromPorter::Hello`].
    Hello {
        /// The version of the keeper's protocol.
        protocol: u16,
        /// The build of the screen.
        build: String,
    },
    /// Look into the file. [`FromPorter::Found`] or [`FromPorter::Refused`], with [`FromPorter::Progress`] between.
    Look,
    /// Read it as a FHIR Questionnaire. [`FromPorter::Questionnaire`].
    Questionnaire,
    /// The keys of all records. [`FromPorter::Keys`].
    Keys,
    /// The next records. [`FromPorter::Records`].
    Next {
        /// At most so many.
        most: u32,
    },
    /// A photo or recording. [`FromPorter::Media`].
    Media {
        /// Its name, from [`MediaRef`].
        file: String,
    },
}

/// What the porter sends.
#[derive(Debug, Serialize, Deserialize)]
pub enum FromPorter {
    /// To Hello.
    Hello {
        /// The version of the keeper's protocol.
        protocol: u16,
        /// The build of the porter.
        build: String,
    },
    /// How far it is.
    Progress {
        /// Records read.
        done: u32,
        /// Records in all.
        total: u32,
    },
    /// To Look.
    Found(Found),
    /// To Look: why not.
    Refused(Refused),
    /// To Questionnaire: what is in it and what of it cannot be used, or why it is not taken.
    Questionnaire(Result<(QuestionnaireWords, Vec<FhirWarning>), FhirRefused>),
    /// To Keys.
    Keys(Vec<Key>),
    /// To Next; none once all were given.
    Records(Vec<Incoming>),
    /// To Media.
    Media(Result<Media, NoMedia>),
    /// It had no memory left, or failed in another way, and is gone.
    Died,
}
