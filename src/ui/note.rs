//! The lesson's title and paragraph above its program.

use super::dom::part_role;
use super::lessons;
use super::state::Action;
use super::store::Store;
use super::texts::{tag, texts};
use crate::scene::Lang;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoteProps {
    pub lang: Lang,
    /// The lesson whose program is in the editor, changed or not.
    pub lesson: Option<usize>,
    pub code: Rc<str>,
    pub store: Store,
}

#[component]
pub fn Note(props: &NoteProps) -> Html {
    let words = texts(props.lang);
    let Some(lesson) = props.lesson.and_then(|lesson| lessons::ALL.get(lesson)) else { return html! {} };
    let reset = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::SetCode(lesson.code.into())))
    };
    html! {
        <section role={part_role()} class="note" lang={tag(props.lang)} aria-label={words.lessons}>
            <h2>{lesson.title(props.lang)}</h2>
            if *props.code != *lesson.code {
                <button type="button" aria-label={words.reset_name} onclick={reset}>{words.reset}</button>
            }
            <p>{lesson.text(props.lang)}</p>
        </section>
    }
}
