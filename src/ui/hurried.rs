//! What is said while playing passes steps more quickly than their sentences can be read.

use super::state::{Page, SPEEDS};
use std::ops::RangeInclusive;

/// Where a step is shown for less than this, its sentence is not read to its end:
const READABLE_MS: f64 = 150.0;
/// one for several steps stands there, about so long.
const SENTENCE_MS: f64 = 1_000.0;

/// The steps that share the playhead's sentence because playing passes them too quickly. Which they are depends on the
/// step and the speed alone.
pub fn hurried(page: &Page) -> Option<RangeInclusive<u32>> {
    let tenths = SPEEDS[page.speed];
    let shown = page.shown.as_ref().filter(|_| page.playing && page.over == 0 && tenths != u32::MAX)?;
    let (each_ms, alike) = shown.read(|log, recording| recording.flow(log, page.step));
    let each_ms = each_ms * 10.0 / tenths as f64;
    if each_ms >= READABLE_MS {
        return None;
    }
    let (first, count) = (*alike.start(), alike.end() - alike.start() + 1);
    let many = (SENTENCE_MS / each_ms).ceil().min(count as f64) as u32;
    // What is left over at the end belongs to the last of them.
    let sentence = ((page.step - first) / many).min(count / many - 1);
    let from = first + sentence * many;
    let to = if sentence + 1 == count / many { *alike.end() } else { from + many - 1 };
    Some(from..=to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Lang;
    use crate::trace::{EndReason, fixtures};
    use crate::ui::shown::Shown;
    use crate::ui::state::{Action, Ended};
    use std::rc::Rc;

    fn at(step: u32, speed: usize) -> Page {
        let fixture = fixtures::producer_consumer();
        let shown = Rc::new(Shown::fixed(1, fixture.source.into(), fixture.log));
        let ended = Rc::new(Ended { reason: EndReason::Finished, exit_code: 0, problem: None });
        let page = Page::new(Lang::En, false).after(Action::Started(1)).after(Action::Recorded(shown));
        page.after(Action::Ended(1, ended)).after(Action::Speed(speed)).after(Action::Tick(step))
    }

    #[test]
    fn played_fast_each_step_belongs_to_one_sentence_which_stands_long_enough() {
        let (fastest, last) = (SPEEDS.len() - 2, at(0, 0).last());
        let mut next = 0;
        for step in 0..last {
            let steps = hurried(&at(step, fastest)).unwrap();
            assert!(steps.contains(&step));
            if step == next {
                assert_eq!(*steps.start(), step, "sentences follow each other");
                assert!(steps.clone().count() >= 28 || steps == (0..=last), "{steps:?}");
                next = steps.end() + 1;
            }
        }
        assert_eq!(next, last + 1);
    }

    #[test]
    fn at_a_readers_own_pace_each_step_has_its_own_sentence() {
        assert_eq!(hurried(&at(5, 3)), None);
        assert_eq!(hurried(&at(5, SPEEDS.len() - 2).after(Action::Pause)), None);
        assert_eq!(hurried(&at(5, SPEEDS.len() - 2).after(Action::Go(6))), None);
    }
}
