//! The sentence above the timeline, and what a reader can ask at it.

use super::dom::part_role;
use super::sentence::{colour, prose, sentence, task_of};
use super::state::{Action, Why};
use super::store::Store;
use super::texts::{tag, texts};
use super::views::Guess;
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
    /// The question whose answer is shown.
    pub asked: Option<Why>,
    /// Who might run next.
    pub guess: Option<Guess>,
    /// That is asked now.
    pub guessing: bool,
    /// Playing does not show all that happens here at its length.
    pub hurry: Option<AttrValue>,
    /// Something came before.
    pub past: bool,
    pub store: Store,
}

#[component]
pub fn Narration(props: &NarrationProps) -> Html {
    let words = texts(props.lang);
    let who = props.narration.as_ref().and_then(|narration| narration.who.as_ref()).map(colour);
    let toggle = |name: &'static str, testid: &'static str, why: Option<Why>, open: bool| {
        let (store, why) = (props.store.clone(), why.filter(|_| !open));
        let ask = Callback::from(move |_: MouseEvent| store.dispatch(Action::Why(why)));
        html! { <button type="button" class="ask" data-testid={testid} aria-expanded={open.to_string()} onclick={ask}>{name}</button> }
    };
    let (before, answered) = (props.asked == Some(Why::Before), props.asked.is_some_and(|asked| asked != Why::Before));
    let guess = |on: bool, name: &'static str, testid: &'static str| {
        let store = props.store.clone();
        let ask = Callback::from(move |_: MouseEvent| store.dispatch(Action::Guess(on)));
        html! { <button type="button" class="ask" data-testid={testid} onclick={ask}>{name}</button> }
    };
    html! {
        <section role={part_role()} class={classes!("panel", "narration", who)} lang={tag(props.lang)} aria-label={words.narration} data-testid="narration">
            if let Some(narration) = &props.narration {
                <p class="say">{sentence(&narration.now)}</p>
                if let Some(next) = narration.next.as_ref().filter(|_| !props.guessing) {
                    <p class="next">{sentence(next)}</p>
                }
                if let Some(asked) = props.guess.as_ref().filter(|_| props.guessing) {
                    <div class="who-guess" role="group" aria-label={words.who_next} data-testid="guess">
                        <strong>{words.who_next}</strong>
                        {for asked.choices.iter().map(|chip| choice(chip, asked, &props.store))}
                        {guess(false, words.guess_give_up, "guess-not")}
                    </div>
                    <p class="next">{words.who_next_hint}</p>
                } else {
                    <p class="asks">
                        if let Some(hurry) = &props.hurry {
                            <span class="hurry" data-testid="hurry">{prose(hurry)}</span>
                        }
                        if props.past || before {
                            {toggle(words.earlier, "earlier", Some(Why::Before), before)}
                        }
                        if props.guess.is_some() {
                            {guess(true, words.who_next, "who-next")}
                        }
                        if props.question.is_some() || answered {
                            {toggle(words.why_here, "why-here", props.question, answered)}
                        }
                    </p>
                }
            } else {
                <p class="say">{if props.computing { words.computing } else { words.nothing_yet }}</p>
            }
        </section>
    }
}

fn choice(chip: &scene::Chip, asked: &Guess, store: &Store) -> Html {
    let (store, task, next, step) = (store.clone(), task_of(chip), asked.next, asked.step);
    let answer = Callback::from(move |_: MouseEvent| {
        if let Some(task) = task {
            store.dispatch(Action::Guessed(task, next, step));
        }
    });
    html! { <button type="button" class={classes!("chip", "big", colour(chip))} data-testid="choice" onclick={answer}><span>{&*chip.full}</span></button> }
}
