//! The top bar: lessons, Run and Stop, language, theme, the list of keys.

use super::dom;
use super::host::Host;
use super::icons::{self, icon};
use super::state::Action;
use super::store::Store;
use super::texts::{other, tag, texts};
use crate::scene::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub lang: Lang,
    pub dark: bool,
    pub computing: bool,
    pub store: Store,
    pub onrun: Callback<()>,
    pub onstop: Callback<()>,
    pub host: Host,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let words = texts(props.lang);
    let act = |action: fn() -> Action| {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action()))
    };
    let lang = {
        let (store, other) = (props.store.clone(), other(props.lang));
        Callback::from(move |_: MouseEvent| {
            dom::keep("lang", tag(other));
            store.dispatch(Action::Lang(other));
        })
    };
    let theme = {
        let (store, dark) = (props.store.clone(), !props.dark);
        Callback::from(move |_: MouseEvent| {
            dom::keep("theme", if dark { "dark" } else { "light" });
            store.dispatch(Action::Dark(dark));
        })
    };
    html! {
        <header class="top">
            <span class="logo">{icons::logo()}<h1>{"Loopscope"}</h1></span>
            {lessons_button(props.lang, &props.host)}
            <span class="grow"></span>
            {stop_button(props.lang, props.computing, &props.onstop)}
            <button type="button" data-testid="run" class="run" onclick={props.onrun.reform(|_| ())}>
                {icon(icons::PLAY)}{words.run}<kbd aria-hidden="true">{"Ctrl ⏎"}</kbd>
            </button>
            {tool_button(words.options, icons::GEAR, "options", &props.host)}
            {share_button(props.lang, &props.host)}
            <button type="button" data-testid="lang" lang={tag(other(props.lang))} aria-label={words.other_language_name} onclick={lang}>
                {words.other_language}
            </button>
            <button type="button" data-testid="theme" class="square" onclick={theme}
                aria-label={if props.dark { words.to_light } else { words.to_dark }}
                title={if props.dark { words.to_light } else { words.to_dark }}>
                {icon(icons::THEME)}
            </button>
            <button type="button" class="square keys" aria-label={words.help} title={words.help} onclick={act(|| Action::Help(true))}>
                {icon(icons::KEYS)}
            </button>
        </header>
    }
}

fn stop_button(lang: Lang, computing: bool, onstop: &Callback<()>) -> Html {
    html! {
        <button type="button" data-testid="stop" class="stop" hidden={!computing} onclick={onstop.reform(|_| ())}>
            {icon(icons::STOP)}{texts(lang).stop}
        </button>
    }
}

/// The list under it is JavaScript's (www/lessons-menu.js), fetched when it is first opened.
fn lessons_button(lang: Lang, host: &Host) -> Html {
    let host = host.clone();
    let open = Callback::from(move |_: MouseEvent| host.lessons());
    html! {
        <div class="menu">
            <button type="button" data-testid="lessons" aria-expanded="false" onclick={open}>{texts(lang).lessons}{" ▾"}</button>
        </div>
    }
}

/// Opens a dialog that is JavaScript's (www/tools.js).
pub fn tool_button(name: &'static str, picture: &'static str, tool: &'static str, host: &Host) -> Html {
    let host = host.clone();
    let open = Callback::from(move |_: MouseEvent| host.tool(tool));
    html! { <button type="button" data-testid={tool} class="square" aria-label={name} title={name} onclick={open}>{icon(picture)}</button> }
}

fn share_button(lang: Lang, host: &Host) -> Html {
    let words = texts(lang);
    let host = host.clone();
    let share = Callback::from(move |_: MouseEvent| host.share());
    html! {
        <button type="button" data-testid="share" class="square" aria-label={words.share} title={words.share} onclick={share}>
            {icon(icons::SHARE)}
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct EmbedBarProps {
    pub lang: Lang,
    pub computing: bool,
    pub onrun: Callback<()>,
    pub onstop: Callback<()>,
    pub host: Host,
}

/// An embed's bar; www/loopscope-embed.js draws the same before the engine is there.
#[component]
pub fn EmbedBar(props: &EmbedBarProps) -> Html {
    html! {
        <div class="bar">
            <button type="button" data-testid="run" class="run" onclick={props.onrun.reform(|_| ())}>
                {icon(icons::PLAY)}{texts(props.lang).run}
            </button>
            {stop_button(props.lang, props.computing, &props.onstop)}
            <span class="grow"></span>
            {share_button(props.lang, &props.host)}
        </div>
    }
}
