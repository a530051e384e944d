//! What the owner chose inside this journal, as the keeper last said.

use keeper::protocol::{Reply, Request, Settings, SettingsChange};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::keeper_link::{Keeper, expect_keeper};

/// The choices. `None` until the keeper has answered.
#[derive(Clone, Copy)]
pub struct Choices {
    known: RwSignal<Option<Settings>>,
    keeper: Keeper,
}

/// Provides them.
pub fn provide_choices() -> Choices {
    let choices = Choices { known: RwSignal::new(None), keeper: expect_keeper() };
    provide_context(choices);
    choices
}

/// The choices.
pub fn expect_choices() -> Choices {
    expect_context()
}

impl Choices {
    /// Asks again.
    pub fn refresh(self) {
        self.ask(Request::Settings);
    }

    /// Changes one.
    pub fn change(self, change: SettingsChange) {
        self.ask(Request::ChangeSettings(change));
    }

    /// They.
    pub fn get(self) -> Option<Settings> {
        self.known.get()
    }

    fn ask(self, request: Request) {
        spawn_local(async move {
            if let Ok(Reply::Settings(settings)) = self.keeper.ask(request).await {
                let differs = self.known.try_with_untracked(|known| known.as_ref() != Some(&settings));
                if differs == Some(true) {
                    self.known.set(Some(settings));
                }
            }
        });
    }
}
