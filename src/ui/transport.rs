//! The player's controls: five buttons, how far a step goes, the scrubber, where we are, the speed.

use super::dom::{all, focused, part_role, px};
use super::icons::{self, icon};
use super::state::{Action, SPEEDS};
use super::store::Store;
use super::texts::{fill, texts};
use crate::player::Granularity;
use crate::scene::Lang;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A mark above the scrubber: the step, and whether something is wrong there.
#[derive(Clone, Copy, PartialEq)]
pub struct Tick {
    pub step: u32,
    pub class: &'static str,
}

#[derive(Properties, PartialEq)]
pub struct TransportProps {
    pub lang: Lang,
    pub step: u32,
    pub last: u32,
    pub clock: AttrValue,
    pub sentence: AttrValue,
    pub playing: bool,
    pub grain: Granularity,
    pub speed: usize,
    pub ticks: Rc<Vec<Tick>>,
    pub store: Store,
    /// One stop of the granularity: back (false), forward (true).
    pub onstep: Callback<bool>,
}

#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let words = texts(props.lang);
    let act = |action: fn() -> Action| {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action()))
    };
    let step = |forward: bool| props.onstep.reform(move |_: MouseEvent| forward);
    let button = |id: &'static str, name: &'static str, path: &'static str, onclick: Callback<MouseEvent>| {
        let (class, tabindex) = if id == "play" { ("play", "0") } else { ("", "-1") };
        html! {
            <button type="button" class={class} data-testid={id} aria-label={name} title={name} tabindex={tabindex} onclick={onclick}>{icon(path)}</button>
        }
    };
    let toggle = if props.playing { act(|| Action::Pause) } else { act(|| Action::Play) };
    let (play_name, play_icon) = if props.playing { (words.pause, icons::PAUSE) } else { (words.play, icons::PLAY) };
    html! {
        <section role={part_role()} class="transport" aria-label={words.playback}>
            <div class="buttons" role="group" aria-label={words.playback} onkeydown={Callback::from(rove_buttons)}>
                {button("to-start", words.to_start, icons::TO_START, act(|| Action::Go(0)))}
                {button("back", words.back, icons::BACK, step(false))}
                {button("play", play_name, play_icon, toggle)}
                {button("step", words.step, icons::STEP, step(true))}
                {button("to-end", words.to_end, icons::TO_END, act(|| Action::ToEnd))}
            </div>
            <Grains lang={props.lang} grain={props.grain} store={props.store.clone()} />
            <Scrubber lang={props.lang} step={props.step} last={props.last} clock={props.clock.clone()}
                sentence={props.sentence.clone()} ticks={props.ticks.clone()} store={props.store.clone()} />
            <div class="where">
                <span class="clock" data-testid="clock">{&props.clock}</span>
                <span data-testid="step-number">{format!("{} / {}", props.step, props.last)}</span>
            </div>
            <Speed lang={props.lang} speed={props.speed} store={props.store.clone()} />
        </section>
    }
}

/// Up and down move the focus along the buttons, which are one tab stop; left and right are the player's own keys.
fn rove_buttons(event: KeyboardEvent) {
    if matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
        rove(event);
    }
}

/// The arrows move the focus along a row of buttons. They do not reach the player's keys.
pub fn rove(event: KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return,
    };
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
    let next = if forward { button.next_element_sibling() } else { button.previous_element_sibling() };
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        event.prevent_default();
        event.stop_propagation();
        let _ = next.focus();
    }
}

/// Up and down move the focus among the chips of a panel, which are one tab stop.
pub fn rove_chips(event: KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let panel: Option<web_sys::Element> = event.current_target().and_then(|target| target.dyn_into().ok());
    let Some(panel) = panel else { return };
    let focused = focused(&event);
    let chips: Vec<web_sys::HtmlElement> = all(&panel, "button.chip").collect();
    let at = chips.iter().position(|chip| focused.as_ref() == Some(chip));
    let next = at.map_or(0, |at| (at as i64 + by).clamp(0, chips.len() as i64 - 1) as usize);
    if let Some(chip) = chips.get(next) {
        event.prevent_default();
        let _ = chip.focus();
    }
}

#[derive(Properties, PartialEq)]
struct GrainsProps {
    lang: Lang,
    grain: Granularity,
    store: Store,
}

#[component]
fn Grains(props: &GrainsProps) -> Html {
    let words = texts(props.lang);
    let one = |grain: Granularity| {
        let (word, name, hint) = match grain {
            Granularity::Line => ("line", words.by_line, words.by_line_hint),
            Granularity::Switch => ("switch", words.by_switch, words.by_switch_hint),
            Granularity::Turn => ("turn", words.by_turn, words.by_turn_hint),
        };
        let store = props.store.clone();
        let choose = Callback::from(move |_: MouseEvent| store.dispatch(Action::Grain(grain)));
        let on = props.grain == grain;
        html! {
            <button type="button" role="radio" data-value={word} aria-checked={on.to_string()} title={hint}
                tabindex={if on { "0" } else { "-1" }} onclick={choose}>{name}</button>
        }
    };
    html! {
        <div class="segmented" role="radiogroup" data-testid="granularity" aria-label={words.granularity} onkeydown={Callback::from(rove_and_choose)}>
            {for [Granularity::Line, Granularity::Switch, Granularity::Turn].map(one)}
        </div>
    }
}

/// In a radio group the arrow chooses what it reaches.
pub fn rove_and_choose(event: KeyboardEvent) {
    let before = focused(&event);
    rove(event.clone());
    let after = focused(&event);
    if after != before
        && let Some(button) = after
    {
        button.click();
    }
}

#[derive(Properties, PartialEq)]
struct ScrubberProps {
    lang: Lang,
    step: u32,
    last: u32,
    clock: AttrValue,
    sentence: AttrValue,
    ticks: Rc<Vec<Tick>>,
    store: Store,
}

#[component]
fn Scrubber(props: &ScrubberProps) -> Html {
    let words = texts(props.lang);
    let part = |step: u32| percent(step, props.last);
    let move_to = {
        let store = props.store.clone();
        Callback::from(move |event: InputEvent| {
            let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(step) = input.and_then(|input| input.value().parse().ok()) {
                store.dispatch(Action::Go(step));
            }
        })
    };
    let (step, last) = (props.step.to_string(), props.last.to_string());
    let value = fill(words.scrubber_value, &[&step, &last, &props.clock, &props.sentence]);
    html! {
        <div class="scrub">
            <svg aria-hidden="true">
                <rect class="rail" x="0" y="50%" width="100%" height="4" rx="2" />
                <rect class="past" x="0" y="50%" width={part(props.step)} height="4" rx="2" />
                <Ticks ticks={props.ticks.clone()} last={props.last} />
            </svg>
            <input type="range" data-testid="scrubber" min="0" max={last} value={step} aria-label={words.scrubber}
                aria-valuetext={value} oninput={move_to} />
        </div>
    }
}

fn percent(step: u32, last: u32) -> AttrValue {
    format!("{}%", px(step as f64 / last.max(1) as f64 * 100.0)).into()
}

#[derive(Properties, PartialEq)]
struct TicksProps {
    ticks: Rc<Vec<Tick>>,
    last: u32,
}

#[component]
fn Ticks(props: &TicksProps) -> Html {
    html! {
        {for props.ticks.iter().map(|tick| html! {
            <rect class={classes!("tick", tick.class)} x={percent(tick.step, props.last)} y="5" width="2" height="7" />
        })}
    }
}

#[derive(Properties, PartialEq)]
struct SpeedProps {
    lang: Lang,
    speed: usize,
    store: Store,
}

#[component]
fn Speed(props: &SpeedProps) -> Html {
    let words = texts(props.lang);
    let choose = {
        let store = props.store.clone();
        Callback::from(move |event: Event| {
            let select: Option<web_sys::HtmlSelectElement> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(select) = select {
                store.dispatch(Action::Speed(select.selected_index().max(0) as usize));
            }
        })
    };
    html! {
        <label class="speed">
            <span class="hidden">{words.speed}</span>
            <select data-testid="speed" onchange={choose}>
                {for SPEEDS.iter().enumerate().map(|(index, tenths)| html! {
                    <option value={speed_value(*tenths)} selected={index == props.speed}>{speed_text(*tenths, words.speed_instant)}</option>
                })}
            </select>
        </label>
    }
}

pub fn speed_value(tenths: u32) -> String {
    match tenths {
        u32::MAX => "instant".to_string(),
        _ if tenths.is_multiple_of(10) => (tenths / 10).to_string(),
        _ => format!("0.{tenths}"),
    }
}

fn speed_text(tenths: u32, instant: &str) -> String {
    if tenths == u32::MAX { instant.to_string() } else { format!("{}×", speed_value(tenths)) }
}
