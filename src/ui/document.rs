//! What of the page's state shows outside of its own elements: the document's language, theme and title. And what of
//! the document the page depends on: its width.

use super::dom;
use super::state::{Action, Page};
use super::store::Store;
use super::texts::{tag, texts};
use yew::prelude::*;

/// Where the phone's layout takes over, upright and lying; the same as in www/styles.
const NARROW: &str = "(max-width: 719.98px), (max-height: 479.98px) and (max-width: 959.98px)";

pub const DARK: &str = "(prefers-color-scheme: dark)";

/// The page's state; redraws at each change.
#[hook]
pub fn use_page(store: &Store) -> Page {
    let redraw = use_force_update();
    {
        let store = store.clone();
        use_effect_with((), move |_| {
            let first = redraw.clone();
            store.on_change(move || redraw.force_update());
            // Something may have happened between the first drawing and now.
            first.force_update();
        });
    }
    store.page()
}

#[hook]
pub fn use_narrow() -> bool {
    let narrow = use_state_eq(|| dom::media(NARROW));
    {
        let narrow = narrow.setter();
        use_effect_with((), move |_| dom::on_media(NARROW, move |is| narrow.set(is)));
    }
    *narrow
}

/// The theme follows the system's until the reader chooses one.
#[hook]
pub fn use_system_theme(store: &Store) {
    let store = store.clone();
    use_effect_with((), move |_| {
        if dom::embedded() {
            return;
        }
        dom::on_media(DARK, move |dark| {
            if dom::kept("theme").is_none() {
                store.dispatch(Action::Dark(dark));
            }
        });
    });
}

/// `<html lang>`, `data-theme` and the title follow the state.
#[hook]
pub fn use_document(page: &Page) {
    use_effect_with((page.lang, page.dark), |(lang, dark)| {
        if dom::embedded() {
            return;
        }
        let document = dom::document();
        document.set_title(texts(*lang).title);
        if let Some(root) = document.document_element() {
            // Both names are valid, so setting them cannot fail.
            let _ = root.set_attribute("lang", tag(*lang));
            let _ = root.set_attribute("data-theme", if *dark { "dark" } else { "light" });
        }
    });
}
