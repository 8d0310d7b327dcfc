//! What a program needs and the page fetches when it is first wanted: sections of the library, the names of characters.

use super::host::Host;
use crate::session;
use wasm_bindgen_futures::JsFuture;

/// Fetches what a program surely wants.
pub async fn supply_wanted(host: &Host, code: &str) {
    // All are asked for, and one that fails has who looks at it, before the first of them is waited for.
    let sections = session::library_wanted_by(code).into_iter().map(|section| host.library(section));
    for library in sections.map(JsFuture::from).collect::<Vec<_>>() {
        fetch_text(library, session::provide_library).await;
    }
    if session::spells_names(code) {
        fetch_text(host.names().into(), session::provide_names).await;
    }
}

/// Fetches what a run that has ended lacked ([`super::engine::Engine::wants_texts`]). Whether there was something: runs are the same each time, so that it can
/// begin anew.
pub async fn supply_lacking(host: &Host, (library, names): (Option<&'static str>, bool)) -> bool {
    match library {
        Some(section) => fetch_text(host.library(section).into(), session::provide_library).await,
        None => names && fetch_text(host.names().into(), session::provide_names).await,
    }
}

/// Hands on a text that the page fetches. False: it cannot be fetched.
async fn fetch_text(promise: JsFuture, provide: fn(String)) -> bool {
    let fetched = promise.await;
    let Some(text) = fetched.ok().and_then(|text| text.as_string()) else { return false };
    provide(text);
    true
}
