//! The sentence above the timeline, and the hidden status that a screen reader hears.

use super::dom::part_role;
use super::sentence::{colour, sentence};
use super::state::{Action, Why};
use super::store::Store;
use super::texts::{tag, texts};
use crate::scene;
use crate::scene::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NarrationProps {
    pub lang: Lang,
    /// None: nothing has been recorded.
    pub narration: Option<scene::Narration>,
    pub computing: bool,
    /// What the step lets one ask.
    pub question: Option<Why>,
    pub asked: bool,
    pub store: Store,
}

#[component]
pub fn Narration(props: &NarrationProps) -> Html {
    let words = texts(props.lang);
    let who = props.narration.as_ref().and_then(|narration| narration.who.as_ref()).map(colour);
    let ask = {
        let (store, why) = (props.store.clone(), props.question.filter(|_| !props.asked));
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Why(why)))
    };
    html! {
        <section role={part_role()} class={classes!("panel", "narration", who)} lang={tag(props.lang)} aria-label={words.narration} data-testid="narration">
            if let Some(narration) = &props.narration {
                <p class="say">{sentence(&narration.now)}</p>
                if let Some(next) = &narration.next {
                    <p class="next">{sentence(next)}</p>
                }
                if props.question.is_some() || props.asked {
                    <button type="button" class="ask" data-testid="why-here" aria-expanded={props.asked.to_string()} onclick={ask}>{words.why_here}</button>
                }
            } else {
                <p class="say">{if props.computing { words.computing } else { words.nothing_yet }}</p>
            }
        </section>
    }
}
