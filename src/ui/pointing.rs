//! Pointers and keys on the timeline: a press or drag picks a step; Ctrl with the wheel, or two fingers, zoom and pan;
//! up and down move along the lanes.

use super::shared::Shared;
use super::state::Action;
use super::store::Store;
use crate::scene::{self, TimelinePlan};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The plot as pointers see it.
#[derive(Clone)]
pub struct Plane {
    pub store: Store,
    pub plan: Shared<TimelinePlan>,
    pub zoom: f64,
    /// Of the whole plot, and of what is left of it, in px.
    pub width: f64,
    pub left: f64,
    pub touch: Rc<RefCell<Touch>>,
}

/// The pointers that are down, and how it was when the second came.
#[derive(Default)]
pub struct Touch {
    /// Each with where it is.
    down: Vec<(i32, f64, f64)>,
    /// The step before the first of them.
    step: u32,
    spread: f64,
    zoom: f64,
    /// The part of the plot that is between the two.
    at: f64,
}

impl Touch {
    /// How far two pointers are from each other, and where their middle is.
    fn pair(&self) -> Option<(f64, f64)> {
        let [(_, x0, y0), (_, x1, y1)] = self.down[..] else { return None };
        Some(((x1 - x0).abs().max((y1 - y0).abs()).max(1.0), (x0 + x1) / 2.0))
    }
}

impl Plane {
    /// For a pointer that goes down, moves, goes up, and one that is lost.
    pub fn listeners(&self) -> [Callback<PointerEvent>; 4] {
        let listener = |hear: fn(&Plane, PointerEvent)| {
            let plane = self.clone();
            Callback::from(move |event: PointerEvent| hear(&plane, event))
        };
        [listener(Plane::down), listener(Plane::moved), listener(Plane::up), listener(Plane::up)]
    }

    fn down(&self, event: PointerEvent) {
        let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
        let (Some(canvas), Some(target)) = (current(&event), target) else { return };
        let on_name = target.closest(".name").ok().flatten().is_some();
        if event.buttons() & 1 == 0 || on_name || event.button() != 0 {
            return;
        }
        // Without capture a drag merely ends at the plot's edge.
        let _ = canvas.set_pointer_capture(event.pointer_id());
        let mut touch = self.touch.borrow_mut();
        touch.down.retain(|(id, ..)| *id != event.pointer_id());
        touch.down.push((event.pointer_id(), event.client_x() as f64, event.client_y() as f64));
        if let Some((spread, middle)) = touch.pair() {
            (touch.spread, touch.zoom) = (spread, self.zoom);
            touch.at = (middle - canvas.get_bounding_client_rect().left() - self.left) / self.width;
            // Two fingers pick no step.
            self.store.dispatch(Action::Go(touch.step));
        } else {
            touch.step = self.store.page().step;
            drop(touch);
            self.pick(&canvas, &event);
        }
    }

    fn moved(&self, event: PointerEvent) {
        let Some(canvas) = current(&event).filter(|canvas| canvas.has_pointer_capture(event.pointer_id())) else {
            return;
        };
        let mut touch = self.touch.borrow_mut();
        if let Some(pointer) = touch.down.iter_mut().find(|(id, ..)| *id == event.pointer_id()) {
            (pointer.1, pointer.2) = (event.client_x() as f64, event.client_y() as f64);
        }
        match touch.pair() {
            Some((spread, middle)) => self.zoom_to(&canvas, touch.zoom * spread / touch.spread, touch.at, middle),
            None if event.buttons() & 1 == 1 && touch.down.len() == 1 => {
                drop(touch);
                self.pick(&canvas, &event);
            }
            None => {}
        }
    }

    fn up(&self, event: PointerEvent) {
        self.touch.borrow_mut().down.retain(|(id, ..)| *id != event.pointer_id());
    }

    fn pick(&self, canvas: &web_sys::Element, event: &PointerEvent) {
        let x = event.client_x() as f64 - canvas.get_bounding_client_rect().left() - self.left;
        let x = (x / self.width).clamp(0.0, 1.0) as f32;
        self.store.dispatch(Action::Go(scene::step_at(&self.plan.knots, x)));
    }

    /// Ctrl or ⌘ with the wheel zooms where the pointer stands; the wheel alone scrolls.
    pub fn wheel(&self) -> Callback<WheelEvent> {
        let plane = self.clone();
        Callback::from(move |event: WheelEvent| {
            if !event.ctrl_key() && !event.meta_key() {
                return;
            }
            event.prevent_default();
            let Some(canvas) = current(&event) else { return };
            let x = event.client_x() as f64;
            let at = (x - canvas.get_bounding_client_rect().left() - plane.left) / plane.width;
            plane.zoom_to(&canvas, plane.zoom * if event.delta_y() < 0.0 { 1.25 } else { 0.8 }, at, x);
        })
    }

    /// Zooms so that a part of the plot comes to stand at an x of the window.
    fn zoom_to(&self, canvas: &web_sys::Element, zoom: f64, at: f64, x: f64) {
        let Some(window) = canvas.parent_element() else { return };
        let offset = x - window.get_bounding_client_rect().left() - self.left;
        self.store.dispatch(Action::Zoom(zoom));
        let wider = self.width * self.store.page().zoom / self.zoom;
        wasm_bindgen_futures::spawn_local(async move {
            gloo_timers::future::TimeoutFuture::new(0).await;
            window.set_scroll_left((at * wider - offset) as i32);
        });
    }
}

/// The plot's element. Yew listens at the root, so the event's current target says nothing.
fn current(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest(".canvas").ok()?
}

/// Up and down move along the lanes, which are one tab stop.
pub fn rove_lanes(event: KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
    let mut row = target.and_then(|target| target.closest("[role=row]").ok().flatten());
    while let Some(next) =
        row.and_then(|row| if down { row.next_element_sibling() } else { row.previous_element_sibling() })
    {
        if let Some(button) = next
            .query_selector("button.name")
            .ok()
            .flatten()
            .and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok())
        {
            event.prevent_default();
            let _ = button.focus();
            return;
        }
        row = Some(next);
    }
}
