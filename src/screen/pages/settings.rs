//! Settings: look, whose device, locking, storage, and the way to the limits.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Device, Look, TextSize};

use crate::screen::browser::{dates, guard, space};
use crate::screen::components::{Button, Choice, PageHeading, RadioGroup, Shape, soft};
use crate::screen::contexts::{
    Check, Screen, expect_list_state, expect_open_journal, expect_screens, expect_shelf,
};
use crate::screen::words::say;

const LOOKS: [Look; 3] = [Look::System, Look::Light, Look::Dark];
const SIZES: [TextSize; 3] = [TextSize::Usual, TextSize::Large, TextSize::Larger];
const DEVICES: [Device; 2] = [Device::Mine, Device::Shared];
const RESTS: [u8; 4] = [1, 2, 5, 10];

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    let screens = expect_screens();
    let shelf = expect_shelf();
    let not_kept = move || (!shelf.is_kept()).then(|| soft(say!(settings.not_kept)));
    view! {
        <PageHeading words=say!(settings.title)/>
        {not_kept}
        <LookPart/>
        <LockingPart/>
        <StoragePart/>
        <div class="actions">
            <Button label=say!(settings.about) icon="#i-info" on_tap=move || screens.push(Screen::About)/>
        </div>
    }
}

fn place<T: PartialEq + Copy>(all: &[T], value: T) -> Option<usize> {
    all.iter().position(|one| *one == value)
}

fn plain<const N: usize>(labels: [&'static str; N]) -> Vec<Choice> {
    labels.into_iter().map(Choice::plain).collect()
}

#[component]
fn LookPart() -> impl IntoView {
    let shelf = expect_shelf();
    let look = move || shelf.with(|shelf| place(&LOOKS, shelf.look));
    let size = move || shelf.with(|shelf| place(&SIZES, shelf.text_size));
    let looks = plain([say!(settings.theme_system), say!(settings.theme_light), say!(settings.theme_dark)]);
    let sizes = plain([say!(settings.size_usual), say!(settings.size_large), say!(settings.size_larger)]);
    view! {
        <section class="card" aria-labelledby="look">
            <h2 class="card-title" id="look">{say!(settings.look)}</h2>
            <RadioGroup id="theme" label=say!(settings.theme) choices=looks shape=Shape::Row chosen=look
                on_choose=move |at: usize| shelf.change(|shelf| shelf.look = LOOKS[at])/>
            <RadioGroup id="size" label=say!(settings.size) choices=sizes shape=Shape::Row chosen=size
                on_choose=move |at: usize| shelf.change(|shelf| shelf.text_size = SIZES[at])/>
        </section>
    }
}

#[component]
fn LockingPart() -> impl IntoView {
    let shelf = expect_shelf();
    let device = move || shelf.with(|shelf| place(&DEVICES, shelf.device));
    let is_mine = move || shelf.with(|shelf| shelf.device == Device::Mine);
    let rest = move || shelf.with(|shelf| place(&RESTS, shelf.rest_minutes));
    let choose_device = move |at: usize| {
        shelf.change(|shelf| shelf.device = DEVICES[at]);
        if DEVICES[at] == Device::Mine {
            guard::arm();
        }
    };
    let rests = || {
        plain([say!(settings.rest_1), say!(settings.rest_2), say!(settings.rest_5), say!(settings.rest_10)])
    };
    view! {
        <section class="card" aria-labelledby="locking">
            <h2 class="card-title" id="locking">{say!(settings.locking)}</h2>
            <RadioGroup id="device" label=say!(settings.device) choices=plain([say!(create.mine), say!(create.shared)])
                shape=Shape::Row chosen=device on_choose=choose_device/>
            {soft(say!(settings.device_help))}
            <Show when=is_mine fallback=|| soft(say!(settings.rest_shared))>
                <RadioGroup id="rest" label=say!(settings.rest) choices=rests() shape=Shape::Row
                    chosen=rest
                    on_choose=move |at: usize| shelf.change(|shelf| shelf.rest_minutes = RESTS[at])/>
            </Show>
            {soft(say!(settings.hidden))}
        </section>
    }
}

#[component]
fn StoragePart() -> impl IntoView {
    let (journal, list) = (expect_open_journal(), expect_list_state());
    let known = RwSignal::new(space::Space::default());
    spawn_local(async move {
        known.try_set(space::space().await);
    });
    let used = move || match known.get().used_bytes {
        Some(bytes) => say!(settings.used_value, size = dates::number((bytes / 1e6).ceil() as u32)),
        None => say!(settings.unknown).to_owned(),
    };
    let kept = move || match known.get().persistent {
        Some(true) => say!(settings.persistent),
        Some(false) => say!(settings.not_persistent),
        None => say!(settings.unknown),
    };
    let check = move || match journal.check() {
        None => String::new(),
        Some(Check::Running { done, total }) => {
            say!(settings.checking, done = dates::number(done), total = dates::number(total))
        }
        Some(Check::Ended { damaged: 0 }) => say!(settings.checked).to_owned(),
        Some(Check::Ended { damaged }) => say!(settings.checked_damaged, count = damaged),
    };
    let entries = move || {
        let live = if list.search.with(String::is_empty) {
            list.total.get()
        } else {
            journal.opened(|opened| opened.live)
        };
        dates::number(live)
    };
    view! {
        <section class="card" aria-labelledby="storage">
            <h2 class="card-title" id="storage">{say!(settings.storage)}</h2>
            <dl class="facts">
                <dt>{say!(settings.entries)}</dt><dd>{entries}</dd>
                <dt>{say!(settings.used)}</dt><dd>{used}</dd>
                <dt>{say!(settings.persistence)}</dt><dd>{kept}</dd>
            </dl>
            <p class="soft" role="status">{check}</p>
        </section>
    }
}
