//! Sentences and chips as HTML: a task looks the same wherever it is named.

use super::state::Action;
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{Chip, Few, Lang, Part, Sentence, Who, figure_in};
use crate::trace::TaskId;
use yew::prelude::*;

/// The class that sets a chip's colour.
pub fn colour(chip: &Chip) -> &'static str {
    class_of(chip.colour)
}

/// The class that sets a colour of a task or thread.
pub fn class_of(colour: Option<u8>) -> &'static str {
    const CLASSES: [&str; 8] = ["task-0", "task-1", "task-2", "task-3", "task-4", "task-5", "task-6", "task-7"];
    colour.and_then(|colour| CLASSES.get(colour as usize).copied()).unwrap_or("task-none")
}

pub fn task_of(chip: &Chip) -> Option<TaskId> {
    match chip.who {
        Who::Task(task) => Some(task),
        _ => None,
    }
}

pub fn sentence(sentence: &Sentence) -> Html {
    let parts = &sentence.0;
    let text = |index: Option<usize>| match index.and_then(|index| parts.get(index)) {
        Some(Part::Text(text)) => {
            let around = |at: Option<usize>| at.and_then(|at| parts.get(at));
            let (before, after) = (around(index.and_then(|at| at.checked_sub(1))), around(index.map(|at| at + 1)));
            closed(text, matches!(before, Some(Part::Code(_))), matches!(after, Some(Part::Code(_))))
        }
        Some(_) => "字",
        None => "",
    };
    // Chinese keeps a little space around names and code, but none where a line or a punctuation mark gives it.
    let gaps = |index: usize| {
        let before = text(index.checked_sub(1)).chars().next_back().is_none_or(gives_space);
        let after = text(Some(index + 1)).chars().next().is_none_or(gives_space);
        classes!(before.then_some("at-start"), after.then_some("at-end"))
    };
    html! {
        {for parts.iter().enumerate().map(|(index, part)| match part {
            Part::Text(_) => prose(text(Some(index))),
            Part::Who(chip) => html! { <span class={classes!("in-task", colour(chip), gaps(index))} title={tip(chip, &chip.label)}>{&*chip.label}</span> },
            Part::Code(code) => html! { <code class={gaps(index)}>{&**code}</code> },
            Part::Quote(said) => html! { <span class="said">{&**said}</span> },
        })}
    }
}

/// A text without the space that templates have between Chinese and code: what is seen there is a style's.
fn closed(text: &str, after_code: bool, before_code: bool) -> &str {
    let is_chinese = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let text = text.strip_prefix(' ').filter(|rest| after_code && rest.starts_with(is_chinese)).unwrap_or(text);
    text.strip_suffix(' ').filter(|rest| before_code && rest.ends_with(is_chinese)).unwrap_or(text)
}

/// A text whose numbers stay with their units.
pub fn prose(text: &str) -> Html {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some(figure) = figure_in(rest) {
        pieces.push(html! { <>{&rest[..figure.start]}<span class="figures">{&rest[figure.clone()]}</span></> });
        rest = &rest[figure.end..];
    }
    html! { <>{for pieces}{rest}</> }
}

fn gives_space(c: char) -> bool {
    c.is_whitespace() || "，。、；：？！「」（）".contains(c)
}

/// The whole label, where the chip shows a cut one.
fn tip(chip: &Chip, shown: &str) -> Option<AttrValue> {
    (*shown != *chip.full).then(|| AttrValue::from(chip.full.to_string()))
}

#[derive(Properties, PartialEq)]
pub struct ChipProps {
    pub chip: Chip,
    /// `running`, `big`, `callback`, …
    #[prop_or_default]
    pub class: Classes,
    pub lang: Lang,
    /// There is little room: a long name is cut to what tells it from its sisters.
    #[prop_or_default]
    pub brief: bool,
    /// A click chooses the task or thread, where this is given.
    #[prop_or_default]
    pub store: Option<Store>,
}

/// A chip; a button that chooses its task or thread where that makes sense.
#[component]
pub fn ChipView(props: &ChipProps) -> Html {
    let chip = &props.chip;
    let callback = matches!(chip.who, Who::Callback(_) | Who::Other(_)).then_some("callback");
    let class = classes!("chip", colour(chip), callback, props.class.clone());
    let shown = if props.brief { brief(chip) } else { &*chip.label };
    let label = html! { <span class="ends">{ends(shown, &chip.own)}</span> };
    match (&props.store, chip.who) {
        (Some(store), who @ (Who::Task(_) | Who::Thread(_))) => {
            let store = store.clone();
            let choose = Callback::from(move |_: MouseEvent| store.dispatch(Action::Choose(Some(who))));
            let words = texts(props.lang);
            let choice = if matches!(who, Who::Task(_)) { words.choose_task } else { words.choose_thread };
            // What is seen comes first.
            let both = [shown, " ", &chip.full].concat();
            let name = fill(choice, &[if chip.full.starts_with(shown) { &chip.full } else { &both }]);
            html! { <button type="button" tabindex="-1" class={class} aria-label={name} title={tip(chip, shown)} onclick={choose}>{label}</button> }
        }
        _ => html! { <span class={class} title={tip(chip, shown)}>{label}</span> },
    }
}

/// «+982», if there are more.
pub fn more<T>(few: &Few<T>) -> Html {
    html! {
        if few.more > 0 {
            <span class="chip task-none"><span>{format!("+{}", few.more)}</span></span>
        }
    }
}

/// So many characters of a name have room in any place (`.ends b + b` leaves 1.8em).
const SHORT: usize = 4;

/// Where the last part of a path begins, with its slash.
pub fn last_part(text: &str) -> Option<usize> {
    let begins = |at: &usize| text[at + 1..].starts_with(|c: char| !matches!(c, '/' | '"' | '\'' | ')'));
    text.rmatch_indices('/').map(|(at, _)| at).find(begins)
}

/// A name in two pieces: where there is no room for both, the first gives way, since the last, its arguments or its
/// number, tells it from its sisters; unless `own`, what does so, stands in front.
pub fn ends(name: &str, own: &str) -> Html {
    // What stands in brackets after a space is a thread's function: its number tells it from others.
    let front =
        name.find(" (").or(Some(own.len()).filter(|len| *len > 0 && *len < name.len() && name.starts_with(own)));
    if let Some((front, rest)) = front.map(|at| name.split_at(at)) {
        return html! { <><b class="whole">{front.to_string()}</b><b class="rest">{rest.to_string()}</b></> };
    }
    // What tells addresses apart stands at their end, and a twin's number at the end of all.
    let address = name.find('…').and_then(|_| last_part(name));
    let at = address.or_else(|| name.rfind(" #")).or_else(|| name.find('(')).or_else(|| name.rfind(['-', '_']));
    let (front, back) = name.split_at(at.unwrap_or(name.len()));
    if front.is_empty() || back.is_empty() {
        return html! { <b>{name.to_string()}</b> };
    }
    // A front as short gives no way: the room that is left to it would be more than it has.
    match front.chars().count() {
        ..=SHORT => html! { <><b class="whole">{front.to_string()}</b><b class="rest">{back.to_string()}</b></> },
        _ => html! { <><b>{front.to_string()}</b><b>{back.to_string()}</b></> },
    }
}

/// A name longer than this has no room in a narrow place.
const LONGEST: usize = 11;

/// A chip's name as it is, or, where it is long, what tells it from its sisters.
pub fn brief(chip: &Chip) -> &str {
    if chip.label.chars().count() <= LONGEST { &chip.label } else { &chip.own }
}
