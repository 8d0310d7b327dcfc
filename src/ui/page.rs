//! The page's start, and what `window.loopscope` and an embed's element ask of it.

use super::app::{App, AppProps};
use super::document::DARK;
use super::dom;
use super::driver::Driver;
use super::host::{Host, LessonFile};
use super::lessons::Lesson;
use super::options;
use super::parts::{Parts, View};
use super::shared::Shared;
use super::state::{self, Action, SPEEDS, Why};
use super::store::Store;
use super::texts::lang_of_tag;
use super::transport::speed_value;
use crate::player::{Anchor, PlaceError};
use crate::scene::{self, Cast, Stage};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

/// The page, or an embed, as JavaScript sees it.
#[wasm_bindgen]
pub struct Page {
    app: AppHandle<App>,
    store: Store,
    driver: Rc<Driver>,
    host: Host,
}

/// Draws into `root` the page, whose first lesson then runs so that nobody meets a blank page; or an embed, if the
/// host names its view, which runs when it is told to.
pub fn start(root: web_sys::Element, host: Host) -> Page {
    let embed = host.view().is_some();
    if embed {
        dom::embed();
    }
    let chosen = dom::kept("lang").or_else(|| dom::window().navigator().language());
    let dark = dom::kept("theme").map_or_else(|| dom::media(DARK), |theme| theme == "dark");
    let mut page = state::Page::new(lang_of_tag(&chosen.unwrap_or_default()), dark);
    page.keys = dom::kept("keys").is_none_or(|keys| keys != "off");
    if let Some(file) = host.lesson() {
        page = page.after(Action::Lesson(lesson(&file)));
    }
    if let Some(source) = host.source() {
        page = page.after(Action::SetCode(source.into()));
    }
    let store = Store::new(page);
    let driver = Driver::new(store.clone(), host.clone());
    let place: web_sys::EventTarget = if embed { root.clone().into() } else { dom::document().into() };
    let props = AppProps { store: store.clone(), driver: driver.clone(), host: host.clone(), root: place };
    configure(&store, &host);
    if let Some(first) = store.page().parts.and_then(|parts| parts.tabs().next()) {
        store.dispatch(Action::Tab(first));
    }
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    if !host.waits() && !embed {
        // It waits if its program may be what ended the last instance.
        driver.open(!dom::reduced_motion());
    }
    Page { app, store, driver, host }
}

/// What the host says of options, language, theme and views.
fn configure(store: &Store, host: &Host) {
    if let Ok(mut options) = options::read(&host.options()) {
        // An embed without its output has no place to ask.
        options.asks = host.view().is_none_or(|views| Parts::of(&views, true, "").has(View::Console));
        store.dispatch(Action::Options(Shared::new(options)));
    }
    let Some(views) = host.view() else { return };
    store.dispatch(Action::Parts(Parts::of(&views, host.controls(), &host.editing())));
    store.dispatch(Action::Lang(lang_of_tag(&host.lang())));
    store.dispatch(Action::Dark(host.dark()));
    let speed = host.speed();
    if let Some(index) = SPEEDS.iter().position(|tenths| speed_value(*tenths) == speed) {
        store.dispatch(Action::Speed(index));
    }
}

#[wasm_bindgen]
impl Page {
    /// Stops the run that computes, computes the program in the editor and, on the page, plays it from step 0. The
    /// promise resolves when the program has ended, was stopped or hit a limit, and never rejects because of the program.
    pub fn run(&self) -> js_sys::Promise {
        self.driver.run(!dom::embedded())
    }

    pub fn play(&self) {
        self.store.dispatch(Action::Play);
    }

    pub fn pause(&self) {
        self.store.dispatch(Action::Pause);
    }

    /// Goes to a place (`41`, `1.25s`, `L13`, `L13#2`, `out:4`, `end`) or the nearest there is; returns the step.
    pub fn seek(&self, place: JsValue) -> Result<u32, JsValue> {
        let step = self.resolve(place)?;
        self.store.dispatch(Action::Go(step));
        Ok(step)
    }

    /// The step of a place, or the nearest there is. Err: it is written as no place is.
    pub fn resolve(&self, place: JsValue) -> Result<u32, JsValue> {
        let text = place.as_string().or_else(|| place.as_f64().map(|step| step.to_string())).unwrap_or_default();
        let Some(shown) = self.store.page().shown else { return Ok(0) };
        match shown.resolve(&text) {
            Ok(step) => Ok(step),
            Err(PlaceError::Syntax) => {
                let message = format!(
                    "not a place: “{}”; a place is written 41, 1.25s, L13, L13#2, out:4 or end",
                    scene::shortened(&text)
                );
                Err(js_sys::Error::new(&message).into())
            }
            Err(error) => Ok(error.nearest()),
        }
    }

    /// Whether the run that is shown has this place, so that nothing but it is meant.
    pub fn has(&self, place: &str) -> bool {
        self.store.page().shown.is_none_or(|shown| shown.resolve(place).is_ok())
    }

    /// Opens the answer to why a line of output, by its number from 1, stands where it does.
    pub fn why(&self, output: u32) {
        self.store.dispatch(Action::Why(Some(Why::Output(output))));
    }

    /// Playing begins and ends at these steps.
    pub fn bound(&self, from: u32, to: u32) {
        self.store.dispatch(Action::Bounds(from, to));
    }

    #[wasm_bindgen(js_name = setCode)]
    pub fn set_code(&self, text: &str) {
        self.store.dispatch(Action::SetCode(text.into()));
    }

    /// Shows a lesson, with its program in the editor.
    #[wasm_bindgen(js_name = setLesson)]
    pub fn set_lesson(&self, file: &LessonFile) {
        self.store.dispatch(Action::Lesson(lesson(file)));
    }

    /// The last part of the address of the lesson whose program, changed or not, is in the editor.
    pub fn lesson(&self) -> Option<String> {
        let page = self.store.page();
        page.lesson.filter(|lesson| lesson.is_in(&page.code)).map(|lesson| lesson.slug.clone())
    }

    pub fn code(&self) -> String {
        self.store.page().code.to_string()
    }

    /// The lines of input that the recorded run was given, one after another.
    pub fn input(&self) -> Vec<String> {
        self.store.page().shown.map(|shown| shown.options.stdin.clone()).unwrap_or_default()
    }

    /// The step that is shown; 0 if the text in the editor is another than the recorded one.
    pub fn step(&self) -> u32 {
        let page = self.store.page();
        if page.stale() { 0 } else { page.step }
    }

    /// The virtual second of the playhead, or that which the run has reached while it is computed.
    pub fn seconds(&self) -> f64 {
        let page = self.store.page();
        let step = if page.computing.is_some() { page.last() } else { page.step };
        page.shown.map_or(0.0, |shown| shown.time_ns(step) as f64 / 1e9)
    }

    /// The step in terms that outlive a change of the code elsewhere.
    pub fn anchor(&self) -> String {
        let page = self.store.page();
        let anchor = page.shown.map(|shown| shown.read(|log, recording| recording.anchor(log, page.step).to_text()));
        anchor.unwrap_or_default()
    }

    /// Goes to the step at an anchor, the nearest one if it is gone; true if it is exactly there.
    #[wasm_bindgen(js_name = seekAnchor)]
    pub fn seek_anchor(&self, anchor: &str) -> bool {
        let (Some(shown), Some(anchor)) = (self.store.page().shown, Anchor::parse(anchor)) else { return false };
        let (step, exact) = shown.read(|log, recording| recording.find_anchor(log, &anchor));
        self.store.dispatch(Action::Go(step));
        exact
    }

    /// A promise of the recording that is shown, as JSON Lines.
    #[wasm_bindgen(js_name = getTrace)]
    pub fn trace(&self) -> js_sys::Promise {
        let text = self.store.page().shown.map(|shown| shown.json_lines()).unwrap_or_default();
        js_sys::Promise::resolve(&JsValue::from(text))
    }

    /// A message to the reader, above the narration.
    pub fn tell(&self, text: &str) {
        self.store.dispatch(Action::Tell(text.into()));
    }

    /// Keeps the run that is shown, to be seen on one clock with the next ones; or lets go of it.
    pub fn beside(&self, keep: bool) {
        self.store.dispatch(Action::Beside(keep));
    }

    /// Whether single keys move the player.
    pub fn keys(&self) -> bool {
        self.store.page().keys
    }

    #[wasm_bindgen(js_name = setKeys)]
    pub fn set_keys(&self, on: bool) {
        dom::keep("keys", if on { "on" } else { "off" });
        self.store.dispatch(Action::Keys(on));
    }

    /// Forgets the run, so that nothing of it is in the document: its order shall be guessed.
    pub fn forget(&self) {
        self.driver.stop();
        self.store.dispatch(Action::Forget);
    }

    /// The recording that is shown: `svg`, a picture of its timeline; `table`, the same as tab-separated rows under a row
    /// of heads; `events`, Chrome's trace events; `text`, what was printed.
    pub fn export(&self, kind: &str) -> String {
        let page = self.store.page();
        let Some(shown) = page.shown else { return String::new() };
        shown.read(|log, recording| {
            let cast = &Cast::of(log, recording);
            let stage = Stage { log, recording, cast, source: &shown.source, lang: page.lang };
            match kind {
                "svg" => scene::timeline_svg(&stage),
                "text" => scene::output_text(&stage, None).to_string(),
                "table" => scene::timeline_table(&stage),
                _ => scene::trace_events(&stage),
            }
        })
    }

    /// Reads again what the host says of options, language, theme and views.
    pub fn configure(&self) {
        configure(&self.store, &self.host);
    }

    /// Stops what computes and takes down what was drawn.
    pub fn destroy(self) {
        self.driver.stop();
        self.app.destroy();
    }
}

fn lesson(file: &LessonFile) -> Rc<Lesson> {
    Rc::new(Lesson::new(file.slug(), &file.code(), &file.en(), &file.zh()))
}
