//! What of the timeline is seen: its window's size and how far it is scrolled; and how the window follows what runs.

use super::dom;
use super::shared::Shared;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::prelude::*;

/// The window in px, its scrolling in coarse steps.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Frame {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub top: f64,
    pub size: Sizes,
}

/// Sizes from tokens.css, in px.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Sizes {
    pub name: f64,
    pub axis: f64,
    pub lane: f64,
    /// Where there are few lanes they are taller, up to this, as long as all fit into the room.
    pub tallest: f64,
    pub room: f64,
}

/// The window exactly, as it was when it last changed: asking the browser within a redraw costs a layout.
#[derive(Default)]
pub struct Scrolled {
    left: Cell<f64>,
    top: Cell<f64>,
    width: Cell<f64>,
    height: Cell<f64>,
}

/// The window's top is told in steps of this part of its height.
pub const COARSE: f64 = 0.25;

fn coarse(value: f64, step: f64) -> f64 {
    let step = step.floor();
    if step < 1.0 { value } else { (value / step).floor() * step }
}

/// Tells the frame at every change of size or scrolling, until the component goes.
pub fn watch(scroll: NodeRef, frame: UseStateSetter<Frame>, scrolled: Rc<Scrolled>) -> impl FnOnce() {
    let element = scroll.cast::<web_sys::HtmlElement>();
    let sizes = Rc::new(Cell::new(Sizes::default()));
    let tell = {
        let (element, sizes, scrolled) = (element.clone(), sizes.clone(), scrolled.clone());
        move || {
            let Some(element) = &element else { return };
            let (width, height) = (scrolled.width.get(), scrolled.height.get());
            let (left, top) = (element.scroll_left() as f64, element.scroll_top() as f64);
            scrolled.left.set(left);
            scrolled.top.set(top);
            let (left, top) = (coarse(left, width / 2.0), coarse(top, height * COARSE));
            frame.set(Frame { width, height, left, top, size: sizes.get() });
        }
    };
    let measure = {
        let (element, tell) = (element.clone(), tell.clone());
        move || {
            let Some(element) = &element else { return };
            let token = |name: &str| dom::token_px(element, name);
            let width = element.client_width() as f64;
            // The tokens depend on nothing else.
            if scrolled.width.replace(width) != width {
                sizes.set(Sizes {
                    name: token("--lane-name"),
                    axis: token("--axis"),
                    lane: token("--lane"),
                    tallest: token("--lane-most"),
                    room: token("--lanes"),
                });
            }
            scrolled.height.set(element.client_height() as f64);
            tell();
        }
    };
    measure();
    let listener = Closure::<dyn FnMut()>::new(tell);
    let resized = Closure::<dyn FnMut()>::new(measure);
    let observer = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(element)) = (&observer, &element) {
        observer.observe(element);
        let _ = element.add_event_listener_with_callback("scroll", listener.as_ref().unchecked_ref());
    }
    move || {
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop((listener, resized));
    }
}

/// What the window follows, in px of the canvas.
#[derive(Clone, Copy, PartialEq)]
pub struct Follow {
    pub on: bool,
    pub step: u32,
    pub playhead: f64,
    pub width: f64,
    /// Top and bottom of the lane that runs.
    pub running: Option<(f64, f64)>,
    /// What is kept free to the right of the playhead.
    pub margin: f64,
    /// What lies left of the plot, and above the lanes.
    pub aside: f64,
    pub axis: f64,
    /// The whole canvas's height.
    pub height: f64,
}

impl Follow {
    /// Where the window is to be scrolled for the lane that runs; None: that is in it.
    fn top(&self, scrolled: &Scrolled) -> Option<f64> {
        // Before anything has run, the first lane.
        let (top, bottom) = if self.step == 0 { (0.0, 0.0) } else { self.running? };
        let (above, seen) = (scrolled.top.get(), scrolled.height.get() - self.axis);
        let lowest = (self.height - scrolled.height.get()).max(0.0);
        (top < above || bottom > above + seen).then(|| (top - seen / 2.0).clamp(0.0, lowest).floor())
    }

    /// Where it is to be scrolled for the playhead.
    fn left(&self, scrolled: &Scrolled) -> Option<f64> {
        let (left, seen) = (scrolled.left.get(), scrolled.width.get() - self.aside);
        let outside = self.playhead < left || self.playhead > left + seen - self.margin;
        outside.then(|| (self.playhead - seen / 2.0).max(0.0).floor())
    }
}

/// The playhead, and the lane that runs, stay in the window when the step or the zoom changes. Gives the window's left and
/// top, in coarse steps. It is scrolled in the drawing itself, which is then that of where it comes to stand: with an effect
/// there may be a frame between, in which the window is empty. Nothing of this drawing is in the page yet, so that it costs
/// no layout.
#[hook]
pub fn use_follow(canvas: &NodeRef, scrolled: &Shared<Scrolled>, to: Follow) -> (f64, f64) {
    let last = use_mut_ref(|| None::<Follow>);
    let before = last.replace(Some(to));
    let key = |to: Follow| (to.on, to.step, to.width, to.running);
    if to.on && before.map(key) != Some(key(to)) {
        let left = to.left(scrolled).filter(|left| *left != scrolled.left.replace(*left));
        let top = to.top(scrolled).filter(|top| *top != scrolled.top.replace(*top));
        let canvas = canvas.clone();
        let follow = move || {
            let window = canvas.cast::<web_sys::Element>().and_then(|canvas| canvas.parent_element());
            if let Some((window, left)) = window.as_ref().zip(left) {
                window.set_scroll_left(left as i32);
            }
            if let Some((window, top)) = window.zip(top) {
                window.set_scroll_top(top as i32);
            }
        };
        // A canvas of another size is not there yet.
        let is_there = before.is_some_and(|before| (before.width, before.height) == (to.width, to.height));
        match left.or(top) {
            Some(_) if is_there => follow(),
            Some(_) => dom::before_frame(follow),
            None => {}
        }
    }
    (
        coarse(scrolled.left.get(), scrolled.width.get() / 2.0),
        coarse(scrolled.top.get(), scrolled.height.get() * COARSE),
    )
}
