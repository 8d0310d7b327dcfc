//! The lesson's title and first paragraph above its program, and the way to its page.

use super::dom::part_role;
use super::lessons::Lesson;
use super::state::Action;
use super::store::Store;
use super::texts::{tag, texts};
use crate::scene::Lang;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoteProps {
    pub lang: Lang,
    /// The lesson whose program was put into the editor. Nothing is shown once `code` is another program.
    pub lesson: Option<Rc<Lesson>>,
    /// The text in the editor.
    pub code: Rc<str>,
    pub store: Store,
}

#[component]
pub fn Note(props: &NoteProps) -> Html {
    let words = texts(props.lang);
    let Some(lesson) = props.lesson.clone().filter(|lesson| lesson.is_in(&props.code)) else { return html! {} };
    let reset = {
        let (store, code) = (props.store.clone(), lesson.code.clone());
        Callback::from(move |_: MouseEvent| store.dispatch(Action::SetCode(code.clone())))
    };
    let (title, text) = lesson.page(props.lang);
    // Between backticks stands code.
    let pieces = text.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_string();
        if index % 2 == 1 {
            html! { <code>{piece}</code> }
        } else {
            piece.into()
        }
    });
    html! {
        <section role={part_role()} class="note" lang={tag(props.lang)} aria-label={words.lessons}>
            <h2>{title.to_string()}</h2>
            if props.code != lesson.code {
                <button type="button" aria-label={words.reset_name} onclick={reset}>{words.reset}</button>
            }
            <p>{for pieces}{" "}<a href={lesson.address(props.lang)}>{words.practise}</a></p>
        </section>
    }
}
