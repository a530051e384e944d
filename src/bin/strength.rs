//! The strength worker: loaded only when a passphrase of one's own is typed. Gets the passphrase's bytes, answers with
//! an estimate of its strength (zxcvbn's method), keeps nothing. Uses nothing of the screen but the form of the answer.

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::listen();
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use link::Scope;
    use rules::{Hint, Strength, encode_strength};
    use zeroize::Zeroizing;
    use zxcvbn::feedback::Warning;
    use zxcvbn::zxcvbn;

    /// What people who guess know of us.
    const OUR_NAMES: [&str; 4] = ["trestle", "journal", "recovery", "diary"];

    pub fn listen() {
        let Some(scope) = Scope::of_this_worker() else { return };
        // A panic's message could quote the passphrase; without an answer the screen falls back to length.
        link::report_panics(|_, _| {});
        let answering = scope.clone();
        scope.listen(move |bytes| answering.post(&encode_strength(estimate(&Zeroizing::new(bytes)))));
    }

    fn estimate(passphrase: &[u8]) -> Strength {
        let Ok(words) = core::str::from_utf8(passphrase) else {
            return Strength { bits: 0.0, hint: Hint::Longer };
        };
        let entropy = zxcvbn(words, &OUR_NAMES);
        let warning = entropy.feedback().and_then(|feedback| feedback.warning());
        Strength {
            bits: entropy.guesses_log10() * core::f64::consts::LOG2_10,
            hint: warning.map_or(Hint::Longer, hint),
        }
    }

    fn hint(warning: Warning) -> Hint {
        match warning {
            Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
                Hint::Keyboard
            }
            Warning::RepeatsLikeAaaAreEasyToGuess
            | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess
            | Warning::SequencesLikeAbcAreEasyToGuess => Hint::Pattern,
            Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Hint::Date,
            _ => Hint::Common,
        }
    }
}
