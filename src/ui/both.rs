//! How steps are counted while a kept run stands beside the one that is shown: where it lasts longer, its steps after this
//! run's end are counted on, so that the playhead goes to the end of both.

use super::shown::Shown;
use super::state::Page;
use crate::player::{Granularity, Pace};
use std::rc::Rc;

impl Page {
    /// The playhead's step, those of a longer kept run counted on.
    pub fn at(&self) -> u32 {
        self.step + self.over
    }

    /// The last of these.
    pub fn end(&self) -> u32 {
        self.last() + self.tail().map_or(0, |(kept, from)| kept.last - from)
    }

    /// A kept run that lasts longer than this one, and its step when this one ends.
    pub fn tail(&self) -> Option<(&Rc<Shown>, u32)> {
        let (kept, shown) = (self.beside.as_ref()?, self.shown.as_ref()?);
        let both = self.computing.is_none() && kept.run != shown.run;
        both.then(|| (kept, kept.step_at_time(shown.time_ns(shown.last))))
    }

    pub fn stand(&mut self, at: u32) {
        let at = at.min(self.end());
        self.step = at.min(self.last());
        self.over = at - self.step;
    }

    /// How playing goes on from a step.
    pub fn pace(&self, at: u32) -> Option<Pace> {
        let shown = self.shown.as_ref()?;
        match self.tail().filter(|_| at >= shown.last) {
            Some((kept, from)) => {
                let pace = kept.pace(from + at - shown.last, self.grain);
                Some(Pace { next: shown.last + pace.next - from, ..pace })
            }
            None => Some(shown.pace(at, self.grain)),
        }
    }

    /// A step as the run counts it that has it: true, if that is the kept one.
    pub fn own_step(&self, at: u32) -> (u32, bool) {
        match self.tail().filter(|_| at > self.last()) {
            Some((_, from)) => (from + at - self.last(), true),
            None => (at, false),
        }
    }

    /// One stop of the granularity on from the playhead, or back.
    pub fn stop_from(&self, grain: Granularity, forward: bool) -> Option<u32> {
        let shown = self.shown.as_ref()?;
        Some(match self.tail().filter(|_| self.over > 0 || (forward && self.step == shown.last)) {
            Some((kept, from)) => shown.last + kept.stop_from(from + self.over, grain, forward).saturating_sub(from),
            None => shown.stop_from(self.step, grain, forward),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::Action;
    use super::*;
    use crate::session::{Options, Session, Status};

    fn shown(run: u32, source: &str) -> Rc<Shown> {
        let mut session = Session::new(source, Options::default()).expect("it compiles");
        while session.advance(10_000) == Status::Running {}
        Rc::new(Shown::fixed(run, source.into(), session.into_log()))
    }

    #[test]
    fn the_playhead_goes_on_to_the_end_of_a_longer_kept_run_and_back() {
        let long = shown(1, "import time\ntime.sleep(2)\nprint(1)\ntime.sleep(2)\nprint(2)\n");
        let short = shown(2, "import time\ntime.sleep(1)\nprint(3)\n");
        let page =
            Page::new(crate::scene::Lang::En, false).after(Action::Started(1)).after(Action::Recorded(long.clone()));
        let mut page =
            page.after(Action::Beside(true)).after(Action::Started(2)).after(Action::Recorded(short.clone()));
        assert_eq!(page.end(), short.last);
        page.computing = None;
        let tail = long.last - long.step_at_time(1_000_000_000);
        assert_eq!(page.end(), short.last + tail);
        let end = page.after(Action::ToEnd);
        assert_eq!((end.step, end.over, end.own_step(end.at())), (short.last, tail, (long.last, true)));
        let back = end.after(Action::Go(end.stop_from(Granularity::Line, false).expect("a run is shown")));
        assert_eq!(back.at(), page.end() - 1);
        let mut at = page.after(Action::Play);
        for _ in 0..1_000 {
            let Some(pace) = at.pace(at.at()).filter(|_| at.playing) else { break };
            at = at.after(Action::Tick(pace.next));
        }
        assert_eq!((at.playing, at.at()), (false, page.end()));
        assert_eq!(end.after(Action::Beside(false)).at(), short.last);
    }
}
