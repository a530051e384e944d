//! Ways out of the app: a call, a message, an e-mail, a page of the web. Each covers the journal until somebody is back,
//! and each names the trace it leaves.

use keeper::protocol::support::table::PersonWords;
use leptos::prelude::*;
use rules::{dialled, mail_to, message_to};

use crate::screen::components::{boxed, nothing, soft};
use crate::screen::locks;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The ways to somebody, as far as they are known.
pub fn ways(person: &PersonWords) -> AnyView {
    let name = person.name.clone();
    let call = dialled(&person.phone).map(|digits| {
        let call = way("tel:".to_owned() + &digits, say!(table.call, name = name.clone()));
        let write = way("sms:".to_owned() + &digits, say!(table.write, name = name.clone()));
        vec![boxed("beside person-ways", [call, write]), soft(say!(table.call_trace))]
    });
    let mail = mail_to(&person.mail, "").map(|address| {
        let mail = way(address, say!(table.mail_to, name = name));
        vec![boxed("beside person-ways person-mail", [mail]), soft(say!(table.mail_trace))]
    });
    let both: Vec<AnyView> = call.into_iter().chain(mail).flatten().collect();
    if both.is_empty() { nothing() } else { both.into_any() }
}

/// A link that leads out with an address of the phone.
pub fn way(address: String, words: String) -> AnyView {
    let session = expect_session();
    view! {
        <a class="person-way" href=address rel="noreferrer" on:click=move |_| locks::go_out(session)>
            <span dir="auto">{words}</span>
        </a>
    }
    .into_any()
}

/// Ways to send words to somebody: as a message, as an e-mail.
pub fn sending(person: &PersonWords, words: &str) -> Vec<AnyView> {
    let message = message_to(&person.phone, words).map(|to| way(to, say!(table.ask_send).to_owned()));
    let mail = mail_to(&person.mail, words).map(|to| way(to, say!(table.ask_mail).to_owned()));
    message.into_iter().chain(mail).collect()
}

/// A link to a page of the web. It opens beside the app, which is covered.
pub fn web_link(address: &str, words: &str) -> AnyView {
    let (session, address, words) = (expect_session(), address.to_owned(), words.to_owned());
    view! {
        <a class="button button-plain" href=address target="_blank" rel="noopener noreferrer"
            on:click=move |_| locks::go_out(session)>
            <span class="button-label" dir="auto">{words}</span>
        </a>
    }
    .into_any()
}
