//! The few things that the page asks of the browser beside what Yew does.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    type Animated;
    #[wasm_bindgen(method)]
    fn animate(this: &Animated, frames: &JsValue, options: &JsValue) -> Animation;

    /// A running animation of the Web Animations API.
    pub type Animation;
    #[wasm_bindgen(method)]
    pub fn cancel(this: &Animation);
}

pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page has a window")
}

pub fn document() -> web_sys::Document {
    window().document().expect("the window has a document")
}

/// Does the media query hold now?
pub fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Calls back with each later answer of the media query; listens as long as the page lives.
pub fn on_media(query: &str, then: impl Fn(bool) + 'static) {
    if let Some(list) = window().match_media(query).ok().flatten() {
        let asked = list.clone();
        let listener = Closure::<dyn FnMut()>::new(move || then(asked.matches()));
        list.set_onchange(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
    }
}

/// What an earlier visit chose; None also where storage is not allowed.
pub fn kept(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&format!("loopscope-{name}")).ok()?
}

/// Remembers a choice for the next visit, if it may.
pub fn keep(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden storage forgets the choice, no more.
        let _ = storage.set_item(&format!("loopscope-{name}"), value);
    }
}

thread_local! {
    static EMBEDDED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// An instance of the engine draws the page, or embeds, which stand in somebody else's.
pub fn embed() {
    EMBEDDED.set(true);
}

pub fn embedded() -> bool {
    EMBEDDED.get()
}

/// The role of a part: on the page a section is a landmark; several embeds in one page would repeat it.
pub fn part_role() -> Option<&'static str> {
    embedded().then_some("group")
}

/// The role of a part's head: in an embed it would be taken for a banner of the page, as a group is no section.
pub fn head_role() -> Option<&'static str> {
    embedded().then_some("presentation")
}

/// What has the focus in the document or shadow tree of the event's target.
pub fn focused(event: &web_sys::Event) -> Option<HtmlElement> {
    let target: web_sys::Node = event.target()?.dyn_into().ok()?;
    let root = target.get_root_node();
    let focused = match root.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => document().active_element(),
    };
    focused?.dyn_into().ok()
}

/// The elements below this one that a selector chooses, for their styles.
pub fn all(element: &Element, selector: &str) -> impl Iterator<Item = HtmlElement> {
    let found = element.query_selector_all(selector).ok();
    (0..found.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(move |n| found.as_ref()?.get(n))
        .map(JsCast::unchecked_into)
}

/// None where the page may not write to it: a site without TLS, some frames.
pub fn clipboard() -> Option<web_sys::Clipboard> {
    let found = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    (!found.is_undefined()).then(|| found.unchecked_into())
}

pub fn reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// What a custom property of tokens.css says at an element, in px.
pub fn token_px(element: &Element, name: &str) -> f64 {
    token(element, name).trim_end_matches("px").parse().unwrap_or(0.0)
}

/// What a custom property of tokens.css says at an element, in milliseconds.
pub fn token_ms(element: &Element, name: &str) -> f64 {
    token(element, name).trim_end_matches("ms").parse().unwrap_or(0.0)
}

fn token(element: &Element, name: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let text = style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    text.trim().to_string()
}

/// `{ key: value, … }`
pub fn object(members: &[(&str, JsValue)]) -> js_sys::Object {
    let object = js_sys::Object::new();
    for (key, value) in members {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object
}

/// Web Animations: from the first keyframe to where the element stands.
pub fn animate(element: &Element, frames: &[&[(&str, JsValue)]], ms: f64) {
    let keyframes: js_sys::Array = frames.iter().map(|frame| object(frame)).collect();
    let options = object(&[("duration", ms.into()), ("easing", "cubic-bezier(.2, .7, .2, 1)".into())]);
    element.unchecked_ref::<Animated>().animate(&keyframes, &options);
}

/// Moves evenly between two keyframes after a delay, and stays there until it is cancelled.
pub fn glide(element: &Element, frames: [(&str, [String; 2]); 1], delay: f64, ms: f64) -> Animation {
    let [(property, [from, to])] = frames;
    let keyframes = js_sys::Array::of2(&object(&[(property, from.into())]), &object(&[(property, to.into())]));
    let options = object(&[("duration", ms.into()), ("delay", delay.into()), ("fill", "forwards".into())]);
    element.unchecked_ref::<Animated>().animate(&keyframes, &options)
}

/// Calls back before the next frame is drawn: what is measured there costs no layout of its own.
pub fn before_frame(then: impl FnOnce() + 'static) {
    // A page that draws nothing need not measure.
    let _ = window().request_animation_frame(Closure::once_into_js(then).unchecked_ref());
}

/// Scrolls `inner` into view inside its scrolling ancestor `outer`, vertically, and nothing else of the page; with the
/// next frame.
pub fn reveal(outer: HtmlElement, inner: Element, margin: f64) {
    before_frame(move || reveal_now(&outer, &inner, margin));
}

fn reveal_now(outer: &HtmlElement, inner: &Element, margin: f64) {
    let (frame, target) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
    let above = target.top() - frame.top() - margin;
    // The top of what is taller than the frame.
    let below = (target.bottom() - frame.bottom() + margin).min(above);
    let by = if above < 0.0 { above } else { below.max(0.0) };
    if by != 0.0 {
        outer.set_scroll_top(outer.scroll_top() + by as i32);
    }
}

/// A number for an SVG attribute: tenths of a pixel are enough.
pub fn px(value: f64) -> yew::AttrValue {
    let tenths = (value * 10.0).round() as i64;
    let text = if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        let sign = if tenths < 0 { "-" } else { "" };
        format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
    };
    text.into()
}
