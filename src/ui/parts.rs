//! What of the page an embed shows: its views, whether it can be driven, whether its program can be edited.

use super::state::Tab;

/// The views of `<loop-scope view="…">`, in the order of the phone's tabs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    Timeline,
    Code,
    Console,
    Loop,
    Objects,
    Inspector,
    Narration,
}

impl View {
    const ALL: [(View, &str); 7] = [
        (View::Timeline, "timeline"),
        (View::Code, "code"),
        (View::Console, "console"),
        (View::Loop, "loop"),
        (View::Objects, "objects"),
        (View::Inspector, "inspector"),
        (View::Narration, "narration"),
    ];
}

/// What `editor` says: the program can be edited, or only be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Writing {
    Edit,
    Read,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    views: u8,
    pub controls: bool,
    pub writing: Writing,
}

impl Parts {
    /// `views` are names with commas between them; what is no view's name is left out.
    pub fn of(views: &str, controls: bool, editor: &str) -> Parts {
        let named = |name: &str| View::ALL.iter().find(|(_, word)| *word == name.trim());
        let mut all = views.split(',').filter_map(named).fold(0, |views, (view, _)| views | 1 << *view as u8);
        if editor == "none" {
            all &= !(1 << View::Code as u8);
        }
        let writing = if editor == "edit" { Writing::Edit } else { Writing::Read };
        Parts { views: all, controls, writing }
    }

    pub fn has(self, view: View) -> bool {
        self.views & 1 << view as u8 != 0
    }

    /// The tabs where there is no room for all views at once; the narration is above them.
    pub fn tabs(self) -> impl Iterator<Item = Tab> {
        let tab = move |(view, _): &(View, &str)| match view {
            _ if !self.has(*view) => None,
            View::Timeline => Some(Tab::Timeline),
            View::Code => Some(Tab::Code),
            View::Console => Some(Tab::Output),
            View::Loop => Some(Tab::Loop),
            View::Objects => Some(Tab::Objects),
            View::Inspector => Some(Tab::Task),
            View::Narration => None,
        };
        View::ALL.iter().filter_map(tab)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_views_are_those_that_are_named_and_each_but_the_narration_has_a_tab() {
        let parts = Parts::of("code, console,narration,nonsense", true, "read");
        assert!(parts.has(View::Code) && parts.has(View::Narration) && !parts.has(View::Timeline));
        assert_eq!(parts.tabs().collect::<Vec<_>>(), [Tab::Code, Tab::Output]);
        assert!(!Parts::of("code", true, "none").has(View::Code));
    }
}
