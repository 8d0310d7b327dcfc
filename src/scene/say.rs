//! Sentences from templates: each text stands once, in English and Chinese, with places for words of the program.

use super::model::{Chip, Lang, Part, Sentence};
use std::ops::Range;
use std::rc::Rc;

/// A template in both languages; `{name}` is a place to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    pub en: &'static str,
    pub zh: &'static str,
}

impl Template {
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// Declares templates as constants, and all of them as a list.
macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::scene::say::Template = $crate::scene::say::Template { en: $en, zh: $zh };)*

        /// Every template with its name.
        pub const ALL: &[(&str, $crate::scene::say::Template)] = &[$((stringify!($name), $name)),*];
    };
}
pub(super) use templates;

/// What fills a place.
#[derive(Clone, Debug)]
pub enum Fill {
    Text(Rc<str>),
    Who(Chip),
    Code(Rc<str>),
    Quote(Rc<str>),
    /// Several, with the language's comma between.
    Many(Vec<Fill>),
    /// A part that is itself filled from a template.
    Said(Sentence),
}

impl From<&str> for Fill {
    fn from(text: &str) -> Fill {
        Fill::Text(text.into())
    }
}

impl From<Rc<str>> for Fill {
    fn from(text: Rc<str>) -> Fill {
        Fill::Text(text)
    }
}

impl From<String> for Fill {
    fn from(text: String) -> Fill {
        Fill::Text(text.into())
    }
}

impl From<u32> for Fill {
    fn from(number: u32) -> Fill {
        Fill::Text(number.to_string().into())
    }
}

impl From<Chip> for Fill {
    fn from(chip: Chip) -> Fill {
        Fill::Who(chip)
    }
}

impl From<&Chip> for Fill {
    fn from(chip: &Chip) -> Fill {
        Fill::Who(chip.clone())
    }
}

impl Fill {
    pub fn plain(&self) -> String {
        self.said(Lang::En).plain()
    }

    fn said(&self, lang: Lang) -> Sentence {
        let mut sentence = Sentence::default();
        sentence.push_fill(lang, self);
        sentence
    }
}

pub fn code(text: impl Into<Rc<str>>) -> Fill {
    Fill::Code(text.into())
}

pub fn quote(text: impl Into<Rc<str>>) -> Fill {
    Fill::Quote(text.into())
}

/// The template with its places filled. A place that nobody fills is left out.
pub fn say(lang: Lang, template: Template, fills: &[(&str, Fill)]) -> Sentence {
    let mut sentence = Sentence::default();
    let mut rest = template.of(lang);
    while let Some((before, after)) = rest.split_once('{') {
        sentence.push_text(before);
        let Some((name, after)) = after.split_once('}') else { break };
        rest = after;
        if let Some((_, fill)) = fills.iter().find(|(place, _)| *place == name) {
            let said = fill.said(lang);
            if lang == Lang::Zh && said.0.first().is_some_and(|part| part.words().starts_with(is_chinese)) {
                sentence.trim_end();
            }
            if lang == Lang::Zh && said.0.last().is_some_and(|part| part.words().ends_with(is_chinese)) {
                rest = rest.strip_prefix(' ').unwrap_or(rest);
            }
            sentence.push_all(said);
        }
    }
    sentence.push_text(rest);
    sentence
}

/// Between such characters stands no space, which templates have around words of the program.
fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// What has been said in English by one of the templates, in the language; what fills its place, of which it has one at
/// most, stays.
pub fn retold(lang: Lang, templates: &[Template], said: &str) -> Option<Rc<str>> {
    templates.iter().find_map(|template| {
        let (before, rest) = template.en.split_once('{').unwrap_or((template.en, ""));
        let (name, after) = rest.split_once('}').unwrap_or_default();
        let word = said.strip_prefix(before)?.strip_suffix(after)?;
        let fits = word.is_empty() == name.is_empty();
        fits.then(|| say(lang, *template, &[(name, word.into())]).plain().into())
    })
}

impl Sentence {
    fn push_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(Part::Text(last)) = self.0.last_mut() {
            *last = [&**last, text].concat().into();
        } else {
            self.0.push(Part::Text(text.into()));
        }
    }

    fn trim_end(&mut self) {
        if let Some(Part::Text(last)) = self.0.last_mut()
            && last.ends_with(' ')
        {
            *last = last.trim_end().into();
        }
    }

    fn push_fill(&mut self, lang: Lang, fill: &Fill) {
        match fill {
            Fill::Text(text) => self.push_text(text),
            Fill::Who(chip) => self.0.push(Part::Who(chip.clone())),
            Fill::Code(text) => self.0.push(Part::Code(text.clone())),
            Fill::Quote(text) => self.0.push(Part::Quote(text.clone())),
            Fill::Said(inner) => self.push_all(inner.clone()),
            Fill::Many(fills) => {
                let clauses = fills.iter().any(|fill| matches!(fill, Fill::Said(_)));
                let between = match (lang, clauses) {
                    (Lang::Zh, false) => "、",
                    (Lang::Zh, true) => "；",
                    (Lang::En, false) => ", ",
                    (Lang::En, true) => "; ",
                };
                for (position, fill) in fills.iter().enumerate() {
                    if position > 0 {
                        self.push_text(between);
                    }
                    self.push_fill(lang, fill);
                }
            }
        }
    }

    /// Another sentence after this one.
    pub fn then(mut self, lang: Lang, other: Sentence) -> Sentence {
        if !self.0.is_empty() && !other.0.is_empty() && lang == Lang::En {
            self.push_text(" ");
        }
        self.push_all(other);
        self
    }

    fn push_all(&mut self, other: Sentence) {
        for part in other.0 {
            match part {
                Part::Text(text) => self.push_text(&text),
                part => self.0.push(part),
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence as plain text: for screen readers, exports, `aria-valuetext`.
    pub fn plain(&self) -> String {
        self.0.iter().map(|part| &**part.words()).collect()
    }
}

impl Part {
    /// What it says.
    fn words(&self) -> &Rc<str> {
        match self {
            Part::Text(text) | Part::Code(text) | Part::Quote(text) => text,
            Part::Who(chip) => &chip.full,
        }
    }
}

/// `1.500 s`: to the millisecond.
pub fn seconds(ns: u64) -> String {
    decimal_of(rounded(ns, 1_000_000), 1_000_000_000, 3) + " s"
}

/// `1.5`: as many decimals as there are, exactly.
pub fn plain_seconds(ns: u64) -> String {
    decimal_of(ns, 1_000_000_000, 0)
}

/// `1.25 s`, `250 ms`, `2 s`: a length of time in few characters, to about three digits.
pub fn duration(ns: u64) -> String {
    match ns {
        0 => "0 s".to_string(),
        1..1_000_000 => decimal_of(rounded(ns, 10), 1_000, 0) + " µs",
        1_000_000..100_000_000 => decimal_of(rounded(ns, 10_000), 1_000_000, 0) + " ms",
        _ => decimal_of(rounded(ns, 1_000_000), 1_000_000_000, 0) + " s",
    }
}

/// Where the first number with a unit of time stands in a text: `1.5 s`, `20 ms`. A line shall not end within it.
pub fn figure_in(text: &str) -> Option<Range<usize>> {
    text.match_indices(' ').find_map(|(space, _)| {
        let start = text[..space].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let after = &text[space + 1..];
        let ends = |unit: &&str| {
            after.strip_prefix(*unit).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        };
        let unit = ["s", "ms", "µs"].into_iter().find(ends)?;
        (start < space).then_some(start..space + 1 + unit.len())
    })
}

/// The text with no-break spaces between numbers and their units, for places where no element can hold them together.
pub fn unbroken(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(figure) = figure_in(rest) {
        out.push_str(&rest[..figure.start]);
        out.push_str(&rest[figure.clone()].replace(' ', "\u{a0}"));
        rest = &rest[figure.end..];
    }
    out + rest
}

/// At most 60 characters of a text that may be of any length.
pub fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.trim_end().to_string();
    }
    text.chars().take(59).chain(['…']).collect()
}

/// A delay as the program wrote it; of a long fraction the first digits.
pub fn short_delay(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, fraction)) if fraction.len() > 4 && fraction.bytes().all(|digit| digit.is_ascii_digit()) => {
            let digits = fraction[..3].trim_end_matches('0');
            if digits.is_empty() { [whole, "…"].concat() } else { [whole, ".", digits, "…"].concat() }
        }
        _ => text.to_string(),
    }
}

fn rounded(value: u64, to: u64) -> u64 {
    (value + to / 2) / to * to
}

/// `value / unit` in decimals, at least so many after the point.
fn decimal_of(value: u64, unit: u64, least: usize) -> String {
    let whole = value / unit;
    let mut fraction = (unit + value % unit).to_string().split_off(1);
    while fraction.len() > least && fraction.ends_with('0') {
        fraction.pop();
    }
    if fraction.is_empty() { whole.to_string() } else { [&whole.to_string(), ".", &fraction].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_they_are_needed() {
        assert_eq!(seconds(1_500_000_000), "1.500 s");
        assert_eq!(seconds(220_008_604), "0.220 s");
        assert_eq!(plain_seconds(1_500_000_000), "1.5");
        assert_eq!(plain_seconds(220_008_604), "0.220008604");
        assert_eq!(plain_seconds(0), "0");
        assert_eq!(duration(158_559_987), "0.159 s");
        assert_eq!(short_delay("0.22000860417813356"), "0.22…");
        assert_eq!(short_delay("0.0625"), "0.0625");
        assert_eq!(duration(5_000_000), "5 ms");
        assert_eq!(duration(250_000_000), "0.25 s");
        assert_eq!(duration(1_500), "1.5 µs");
    }

    #[test]
    fn a_number_stays_with_its_unit_in_both_languages() {
        let figures = |text: &str| {
            let (mut found, mut rest) = (Vec::new(), text.to_string());
            while let Some(range) = figure_in(&rest) {
                found.push(rest[range.clone()].to_string());
                rest = rest.split_off(range.end);
            }
            found
        };
        assert_eq!(figures("moves on by 1.25 s to 12.000 s: 3 timers"), ["1.25 s", "12.000 s"]);
        assert_eq!(figures("时钟前进 20 ms，到 1.500 s：8 µs"), ["20 ms", "1.500 s", "8 µs"]);
        assert_eq!(figures("line 5 says 3 steps; s 4 same"), [""; 0]);
        assert_eq!(unbroken("after 2 s it"), "after 2\u{a0}s it");
    }

    #[test]
    fn a_template_is_filled_in_order_of_its_language() {
        let template = Template { en: "{a} before {b}.", zh: "{b}在{a}之后。" };
        let fills = [("a", Fill::from("x")), ("b", code("y"))];
        assert_eq!(say(Lang::En, template, &fills).plain(), "x before y.");
        assert_eq!(say(Lang::Zh, template, &fills).plain(), "y在x之后。");
    }

    #[test]
    fn no_space_stands_between_chinese_characters() {
        let template = Template { en: "waits for {what} now", zh: "等待 {what} 的结果" };
        let said = |what: &str| say(Lang::Zh, template, &[("what", code(what))]).plain();
        assert_eq!(
            [said("信号量"), said("进程 3"), said("lock")],
            ["等待信号量的结果", "等待进程 3 的结果", "等待 lock 的结果"]
        );
    }
}
