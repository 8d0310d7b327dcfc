//! A lesson as the page shows it: title, text and program. Lessons are files (www/lessons), fetched when they are
//! opened; only the first one is part of the program.

use crate::scene::Lang;
use std::rc::Rc;

/// The program that the page opens with.
pub const FIRST: &str = include_str!("../../www/lessons/producer_consumer/program.py");

#[derive(PartialEq, Debug)]
pub struct Lesson {
    /// The name of its folder in www/lessons, and of its pages.
    pub slug: String,
    pub code: Rc<str>,
    /// Its text in English and in Chinese, as the files write it: a heading, paragraphs, further parts.
    pages: [Rc<str>; 2],
}

impl Lesson {
    pub fn first() -> Lesson {
        Lesson::new(
            "producer_consumer".into(),
            FIRST,
            include_str!("../../www/lessons/producer_consumer/en.md"),
            include_str!("../../www/lessons/producer_consumer/zh.md"),
        )
    }

    /// As its file has it: its name, its program, its text in English and in Chinese.
    pub fn new(slug: String, code: &str, en: &str, zh: &str) -> Lesson {
        Lesson { slug, code: code.into(), pages: [en.into(), zh.into()] }
    }

    /// The heading, and the first paragraph under it.
    pub fn page(&self, lang: Lang) -> (&str, &str) {
        let mut parts = self.pages[(lang == Lang::Zh) as usize].splitn(3, "\n\n");
        let heading = parts.next().unwrap_or_default();
        (heading.strip_prefix("# ").unwrap_or(heading), parts.next().unwrap_or_default())
    }

    /// Whether `text` is still its program, changed or not: at least half of the program's lines stand in it.
    pub fn is_in(&self, text: &str) -> bool {
        let lines = || self.code.lines().map(str::trim).filter(|line| !line.is_empty());
        let kept = |line: &&str| text.lines().any(|own| own.trim() == *line);
        2 * lines().filter(kept).count() >= lines().count()
    }

    /// The address of its page: what to predict, and an exercise.
    pub fn address(&self, lang: Lang) -> String {
        let ending = if lang == Lang::Zh { ".zh.html" } else { ".html" };
        ["lessons/", &self.slug, ending].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_has_its_heading_and_its_first_paragraph_in_each_language() {
        let lesson = Lesson::first();
        for lang in [Lang::En, Lang::Zh] {
            let (title, text) = lesson.page(lang);
            assert!(!title.starts_with('#') && text.len() > 40 && !text.contains('\n'), "{title}: {text}");
        }
        assert_eq!(lesson.address(Lang::Zh), "lessons/producer_consumer.zh.html");
    }
    #[test]
    fn a_changed_program_is_still_the_lessons_and_a_pasted_one_is_not() {
        let lesson = Lesson::first();
        assert!(lesson.is_in(FIRST) && lesson.is_in(&FIRST.replace("0.5", "2").replace("queue", "q")[..]));
        let other = "import asyncio\n\nasync def main():\n    print(1)\n\nasyncio.run(main())\n";
        assert!(!lesson.is_in(other) && !lesson.is_in(""));
    }
}
