//! Things keep their identity as they move: a marked element that stands elsewhere after a redraw is animated from
//! where it was (FLIP: first, last, invert, play). `data-flip` says who it stands for, `data-handle` which handle.

use super::{dom, pacer};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Sooner than this after the last redraw nothing is animated; where things stand is measured when it has rested so long.
const SOON_MS: f64 = 120.0;

/// Where a marked element stood after the last redraw, relative to the panel.
#[derive(Clone)]
struct Place {
    who: String,
    handle: String,
    left: i32,
    top: i32,
}

/// Call with what the drawing depends on; the panel must be positioned.
#[hook]
pub fn use_flip<D: PartialEq + 'static>(panel: &NodeRef, drawn: D) {
    let places = use_mut_ref(Vec::<Place>::new);
    let moved = use_mut_ref(|| 0.0);
    let later = use_mut_ref(|| None::<Timeout>);
    let panel = panel.clone();
    use_effect_with(drawn, move |_| {
        let Some(panel) = panel.cast::<HtmlElement>() else { return };
        // Where one redraw follows the other there is no time to move, and measuring costs a layout.
        let at = pacer::now();
        if at - moved.replace(at) < SOON_MS {
            places.borrow_mut().clear();
            *later.borrow_mut() = Some(Timeout::new(SOON_MS as u32, move || {
                *places.borrow_mut() = measure(&panel).into_iter().map(|(place, _)| place).collect();
            }));
            return;
        }
        *later.borrow_mut() = None;
        let now = measure(&panel);
        let before = std::mem::take(&mut *places.borrow_mut());
        let ms = dom::token_ms(&panel, "--calm");
        if ms > 0.0 && !before.is_empty() {
            for (place, element) in &now {
                move_in(element, origin(place, &before, &now), place, ms);
            }
        }
        *places.borrow_mut() = now.into_iter().map(|(place, _)| place).collect();
    });
}

/// The same handle, else a handle of the same task that is gone now: a task goes round by ever new handles.
fn origin<'a>(place: &Place, before: &'a [Place], now: &[(Place, HtmlElement)]) -> Option<&'a Place> {
    let same = before.iter().find(|old| old.handle == place.handle);
    same.or_else(|| {
        before.iter().find(|old| old.who == place.who && now.iter().all(|(new, _)| new.handle != old.handle))
    })
}

fn measure(panel: &HtmlElement) -> Vec<(Place, HtmlElement)> {
    let mut out = Vec::new();
    for element in dom::all(panel, "[data-flip]") {
        let word = |name: &str| element.get_attribute(name).unwrap_or_default();
        if let Some((left, top)) = place_in(panel, &element) {
            out.push((Place { who: word("data-flip"), handle: word("data-handle"), left, top }, element));
        }
    }
    out
}

/// The layout place, untouched by running animations. None: not shown.
fn place_in(panel: &HtmlElement, element: &HtmlElement) -> Option<(i32, i32)> {
    let (mut left, mut top) = (0, 0);
    let mut at = element.clone();
    while &at != panel {
        left += at.offset_left();
        top += at.offset_top();
        at = at.offset_parent()?.dyn_into().ok()?;
    }
    Some((left, top))
}

fn move_in(element: &HtmlElement, before: Option<&Place>, now: &Place, ms: f64) {
    match before {
        Some(before) if (before.left, before.top) == (now.left, now.top) => {}
        Some(before) => {
            let from = format!("translate({}px, {}px)", before.left - now.left, before.top - now.top);
            dom::animate(element, &[&[("transform", from.into())], &[("transform", "none".into())]], ms);
        }
        None => dom::animate(
            element,
            &[
                &[("opacity", 0.into()), ("transform", "scale(.8)".into())],
                &[("opacity", 1.into()), ("transform", "none".into())],
            ],
            ms,
        ),
    }
}
