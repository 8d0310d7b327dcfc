//! A program that has run, for tests that look at what is shown of it.
#![allow(dead_code, reason = "each test file uses its part")]

use loopscope::player::{Recording, last_step};
use loopscope::scene::*;
use loopscope::session::{Options, Session, Status};

/// A program that has run.
pub struct Told {
    pub session: Session,
    pub recording: Recording,
    pub cast: Cast,
    pub source: String,
}

impl Told {
    pub fn of(source: &str) -> Told {
        Told::with(source, Options::default())
    }

    pub fn with(source: &str, options: Options) -> Told {
        let Ok(mut session) = Session::new(source, options) else { panic!("the program compiles") };
        while session.advance(100_000) == Status::Running {}
        let recording = Recording::of(session.log());
        assert_eq!(last_step(session.log()), recording.last_step(), "steps counted and kept");
        let cast = Cast::of(session.log(), &recording);
        Told { session, recording, cast, source: source.to_string() }
    }

    pub fn stage(&self) -> Stage<'_> {
        let (recording, cast) = (&self.recording, &self.cast);
        Stage { log: self.session.log(), recording, cast, source: &self.source, lang: Lang::En }
    }

    pub fn sentences(&self) -> Vec<String> {
        let stage = self.stage();
        let said = |step| sentence(&stage, &self.recording.world_at(stage.log, step), step).plain();
        (0..=self.recording.last_step()).map(said).collect()
    }

    pub fn says(&self, sentence: &str) {
        let all = self.sentences();
        assert!(all.iter().any(|said| said.contains(sentence)), "{sentence}\n{all:#?}");
    }

    /// Findings as `code@line`, with the fix's text.
    pub fn findings(&self) -> Vec<(String, Option<String>)> {
        let of = |found: &DiagnosticView| {
            let fix = found.fix.as_ref().map(|fix| fix.text.to_string());
            (format!("{}@{}", found.code, found.line), fix)
        };
        diagnostics(&self.stage()).iter().map(of).collect()
    }
}
