//! The page's start, and what `window.loopscope` asks of it.

use super::app::{App, AppProps};
use super::document::DARK;
use super::dom;
use super::driver::Driver;
use super::host::Host;
use super::state::{self, Action};
use super::store::Store;
use super::texts::lang_of_tag;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

/// The page as `window.loopscope` sees it.
#[wasm_bindgen]
pub struct Page {
    _app: AppHandle<App>,
    store: Store,
    driver: Rc<Driver>,
}

/// Draws the page into `root`; then the first lesson runs, so that nobody meets a blank page.
pub fn start(root: web_sys::Element, host: Host) -> Page {
    let chosen = dom::kept("lang").or_else(|| dom::window().navigator().language());
    let dark = dom::kept("theme").map_or_else(|| dom::media(DARK), |theme| theme == "dark");
    let mut page = state::Page::new(lang_of_tag(&chosen.unwrap_or_default()), dark);
    page.keys = dom::kept("keys").is_none_or(|keys| keys != "off");
    if let Some(source) = host.source() {
        page = page.after(Action::SetCode(source.into()));
    }
    let store = Store::new(page);
    let driver = Driver::new(store.clone(), host.clone());
    let props = AppProps { store: store.clone(), driver: driver.clone(), host: host.clone() };
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    if !host.restarted() {
        // A restarted page waits: its program may be what ended the last instance.
        driver.open(!dom::reduced_motion());
    }
    Page { _app: app, store, driver }
}

#[wasm_bindgen]
impl Page {
    /// Stops the run that computes, computes the program in the editor and plays it from step 0. The promise resolves
    /// when the program has ended, was stopped or hit a limit, and never rejects because of the program.
    pub fn run(&self) -> js_sys::Promise {
        self.driver.run(true)
    }

    pub fn pause(&self) {
        self.store.dispatch(Action::Pause);
    }

    /// Goes to a place (`41`, `1.25s`, `L13`, `L13#2`, `out:4`, `end`) or the nearest there is; returns the step.
    pub fn seek(&self, place: JsValue) -> Result<u32, JsValue> {
        let text = place.as_string().or_else(|| place.as_f64().map(|step| step.to_string())).unwrap_or_default();
        let Some(shown) = self.store.page().shown else { return Ok(0) };
        let step = match shown.resolve(&text) {
            Ok(step) => step,
            Err(crate::player::PlaceError::Syntax) => {
                let message = format!("not a place: “{text}”; a place is written 41, 1.25s, L13, L13#2, out:4 or end");
                return Err(js_sys::Error::new(&message).into());
            }
            Err(error) => error.nearest(),
        };
        self.store.dispatch(Action::Go(step));
        Ok(step)
    }

    #[wasm_bindgen(js_name = setCode)]
    pub fn set_code(&self, text: &str) {
        self.store.dispatch(Action::SetCode(text.into()));
    }

    /// A promise of the recording that is shown, as JSON Lines.
    #[wasm_bindgen(js_name = getTrace)]
    pub fn trace(&self) -> js_sys::Promise {
        let text = self.store.page().shown.map(|shown| shown.json_lines()).unwrap_or_default();
        js_sys::Promise::resolve(&JsValue::from(text))
    }
}
