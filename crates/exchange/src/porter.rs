//! What the screen and the porter say to each other. The porter is a throw-away worker without keys: started for one
//! file, and ended with it.

use journal::support::scores::QuestionnaireWords;
use serde::{Deserialize, Serialize};

// What a questionnaire gives.
pub use crate::fhir::{FhirRefused, FhirWarning};

// What an export takes.
pub use crate::export::{Form, ToWrite, WordingToWrite};
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
    /// Begin to write a journal in the clear. [`FromPorter::Wrote`].
    Write {
        /// In which form.
        form: Form,
        /// Photos and voice notes come too.
        with_files: bool,
        /// The journal's lineage.
        lineage: [u8; 16],
        /// The root's sequence.
        sequence: u64,
        /// Now, ms since 1970 UTC.
        now_ms: u64,
    },
    /// Some records of one kind. [`FromPorter::Wrote`].
    WriteRecords(Vec<ToWrite>),
    /// A photo or voice note, after all records. [`FromPorter::Wrote`].
    WriteFile {
        /// Its id.
        id: [u8; 16],
        /// Its media type (RFC 6838).
        media_type: String,
        /// All of it.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// That was all. [`FromPorter::Written`].
    EndWriting,
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
    /// To Write, WriteRecords and WriteFile: the bytes that come next.
    Wrote(#[serde(with = "serde_bytes")] Vec<u8>),
    /// To EndWriting.
    Written {
        /// The last bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// How many files there are.
        files: u32,
        /// The first files: names, and how they begin.
        preview: Vec<(String, String)>,
    },
    /// It had no memory left, or failed in another way, and is gone.
    Died,
}
