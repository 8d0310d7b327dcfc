//! The phone's tabs: output · code · loop · objects · task, with a badge on «output» for a new line.

use super::state::{Action, Tab};
use super::store::Store;
use super::texts::texts;
use crate::scene::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub lang: Lang,
    pub tabs: Vec<Tab>,
    pub tab: Tab,
    pub badge: bool,
    /// Lines of output before the playhead.
    pub lines: usize,
    pub store: Store,
}

#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let words = texts(props.lang);
    {
        // What stands in the output while its tab is open has been seen.
        let store = props.store.clone();
        use_effect_with((props.tab, props.lines), move |(tab, lines)| {
            if *tab == Tab::Output {
                store.dispatch(Action::Seen(*lines));
            }
        });
    }
    let one = |tab: Tab| {
        let name = match tab {
            Tab::Output => words.tab_output,
            Tab::Code => words.tab_code,
            Tab::Loop => words.tab_loop,
            Tab::Objects => words.tab_objects,
            Tab::Task => words.tab_task,
            Tab::Timeline => words.tasks,
        };
        let store = props.store.clone();
        let choose = Callback::from(move |_: MouseEvent| store.dispatch(Action::Tab(tab)));
        let on = props.tab == tab;
        let badge = props.badge && tab == Tab::Output;
        html! {
            <button type="button" role="tab" data-value={tab.word()} aria-selected={on.to_string()} tabindex={if on { "0" } else { "-1" }} onclick={choose}>
                {name}
                if badge {
                    <span class="badge"><span class="hidden">{words.new_output}</span></span>
                }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={words.tabs} onkeydown={Callback::from(super::transport::rove_and_choose)}>
            {for props.tabs.iter().copied().map(one)}
        </div>
    }
}
