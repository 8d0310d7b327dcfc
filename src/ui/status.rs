//! What a screen reader hears: on a reader's own step the sentence, while playing new output, at a change a summary.

use super::texts::{fill, texts};
use crate::scene::Lang;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Wait so long after the last key.
const PAUSE_MS: u32 = 300;
/// While playing at most one message in this time.
const PLAYING_MS: u32 = 3_000;

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    pub lang: Lang,
    pub step: u32,
    pub last: u32,
    pub playing: bool,
    pub clock: AttrValue,
    pub sentence: AttrValue,
    /// The newest line of output before the playhead.
    pub output: AttrValue,
}

#[component]
pub fn Status(props: &StatusProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    let timer = use_mut_ref(|| None::<Timeout>);
    let spoke = use_mut_ref(|| 0.0f64);
    let was = use_mut_ref(|| (false, AttrValue::default()));
    {
        let (said, props) = (
            said.setter(),
            (
                props.lang,
                props.step,
                props.last,
                props.playing,
                props.clock.clone(),
                props.sentence.clone(),
                props.output.clone(),
            ),
        );
        use_effect_with(props, move |(lang, step, last, playing, clock, sentence, output)| {
            let words = texts(*lang);
            let (step_text, last_text) = (step.to_string(), last.to_string());
            let (was_playing, had_output) = was.replace((*playing, output.clone()));
            let message = match (was_playing, *playing) {
                (false, true) => fill(words.said_playing, &[clock, &step_text, &last_text]),
                (true, false) if step == last => fill(words.said_ended, &[clock, &last_text]),
                (true, false) => fill(words.said_paused, &[clock, &step_text, &last_text, sentence]),
                (true, true) if had_output != *output && !output.is_empty() => fill(words.said_output, &[output]),
                (true, true) => return,
                (false, false) => sentence.to_string(),
            };
            let now = js_sys::Date::now();
            let wait = if *playing && was_playing {
                (PLAYING_MS as f64 - (now - *spoke.borrow())).max(0.0) as u32
            } else {
                PAUSE_MS
            };
            let spoke = spoke.clone();
            *timer.borrow_mut() = Some(Timeout::new(wait, move || {
                *spoke.borrow_mut() = js_sys::Date::now();
                said.set(message.into());
            }));
        });
    }
    html! { <div class="hidden" role="status">{(*said).clone()}</div> }
}
