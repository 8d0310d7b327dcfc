//! What holds in a time zone in a year, by a rule as POSIX writes it: `EST5EDT,M3.2.0,M11.1.0`. A year in which clocks were
//! changed once is written `EST5~!EDT4,M4.1.0`: what held before and behind, and the change; `!` says that it is summer time.

use std::rc::Rc;

use super::calendar::days_from_civil;

const DAY: i64 = 86_400;
/// Where a rule names summer time and not when it begins, clocks are changed as in the United States.
const USUAL: &str = ",M3.2.0,M11.1.0";

/// Standard or summer time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    pub name: Rc<str>,
    /// Seconds east of Greenwich.
    pub offset: i64,
    pub is_summer: bool,
    /// By how many seconds of that clocks are ahead of standard time.
    pub saved: i64,
}

impl Time {
    pub fn standard(name: &str, offset: i64) -> Time {
        Time { name: name.into(), offset, is_summer: false, saved: 0 }
    }
}

/// On which day of a year clocks are changed.
#[derive(Clone, Copy)]
enum Day {
    /// `Jn`: from 1, February 29th not counted.
    WithoutLeap(i64),
    /// `n`: from 0.
    OfYear(i64),
    /// `Mm.w.d`: the weekday's `w`th in a month, 5 the last one.
    OfMonth(i64, i64, i64),
}

/// When they are changed, in seconds of the local time before.
#[derive(Clone, Copy)]
struct Change(Day, i64);

/// What holds in a part of the year, from one change to the other; with none that takes it back, to the year's end.
struct Other {
    time: Time,
    begins: Change,
    ends: Option<Change>,
}

/// What holds in a year.
pub struct Rule {
    pub usual: Time,
    other: Option<Other>,
}

impl Change {
    /// In seconds since 1970, by the local time before.
    fn of(self, year: i64) -> i64 {
        let first = days_from_civil(year, 1, 1);
        let days = match self.0 {
            Day::WithoutLeap(n) => {
                let is_leap = days_from_civil(year + 1, 1, 1) - first == 366;
                first + n - 1 + (is_leap && n >= 60) as i64
            }
            Day::OfYear(n) => first + n,
            Day::OfMonth(month, week, weekday) => {
                let begins = days_from_civil(year, month, 1);
                let next = days_from_civil(year + month / 12, month % 12 + 1, 1);
                // 1970-01-01 was a Thursday.
                let mut day = begins + (weekday - (begins + 4)).rem_euclid(7) + 7 * (week - 1);
                while day >= next {
                    day -= 7;
                }
                day
            }
        };
        days * DAY + self.1
    }
}

/// What is left of a rule.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn take(&mut self, wanted: char) -> Option<()> {
        self.0 = self.0.strip_prefix(wanted)?;
        Some(())
    }

    fn number(&mut self) -> Option<i64> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        digits.parse().ok()
    }

    /// A name of three letters or more, or anything in angle brackets.
    fn name(&mut self) -> Option<Rc<str>> {
        if let Some(quoted) = self.0.strip_prefix('<') {
            let (name, rest) = quoted.split_once('>')?;
            self.0 = rest;
            return Some(name.into());
        }
        let end = self.0.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at(end);
        self.0 = rest;
        (name.len() >= 3).then(|| name.into())
    }

    /// `[+-]h[:m[:s]]` in seconds.
    fn seconds(&mut self) -> Option<i64> {
        let is_negative = self.0.starts_with('-');
        self.0 = self.0.strip_prefix(['+', '-']).unwrap_or(self.0);
        let mut seconds = self.number()? * 3600;
        for unit in [60, 1] {
            if self.take(':').is_none() {
                break;
            }
            seconds += self.number()? * unit;
        }
        Some(if is_negative { -seconds } else { seconds })
    }

    fn change(&mut self) -> Option<Change> {
        self.take(',')?;
        let day = if self.take('J').is_some() {
            Day::WithoutLeap(self.number()?)
        } else if self.take('M').is_some() {
            let month = self.number()?;
            self.take('.')?;
            let week = self.number()?;
            self.take('.')?;
            Day::OfMonth(month, week, self.number()?)
        } else {
            Day::OfYear(self.number()?)
        };
        let time = if self.take('/').is_some() { self.seconds()? } else { 7200 };
        Some(Change(day, time))
    }
}

impl Rule {
    /// What is no rule is UTC under the name that it begins with, as glibc has it.
    pub fn new(text: &str) -> Rule {
        let named = || Rest(text).name().unwrap_or_default();
        read(text).unwrap_or_else(|| Rule { usual: Time::standard(&named(), 0), other: None })
    }

    /// The time of a part of the year, if there is one.
    pub fn other(&self) -> Option<&Time> {
        self.other.as_ref().map(|other| &other.time)
    }

    /// When it begins and ends in a year, in seconds since 1970 by the local time before each.
    pub fn changes(&self, year: i64) -> Option<(i64, Option<i64>)> {
        let other = self.other.as_ref()?;
        Some((other.begins.of(year), other.ends.map(|ends| ends.of(year))))
    }

    /// Which time holds at so many seconds since 1970, which are in this year.
    pub fn at(&self, year: i64, seconds: i64) -> &Time {
        let (Some(other), Some((begins, ends))) = (self.other(), self.changes(year)) else { return &self.usual };
        let begins = begins - self.usual.offset;
        let ends = ends.map_or(i64::MAX, |ends| ends - other.offset);
        let is_other = match begins < ends {
            true => (begins..ends).contains(&seconds),
            false => !(ends..begins).contains(&seconds),
        };
        if is_other { other } else { &self.usual }
    }
}

fn read(text: &str) -> Option<Rule> {
    if let Some((before, behind)) = text.split_once('~') {
        let mut rest = Rest(behind);
        let time = phase(&mut rest)?;
        let other = Other { time, begins: rest.change()?, ends: None };
        return Some(Rule { usual: phase(&mut Rest(before))?, other: Some(other) });
    }
    let mut rest = Rest(text);
    let usual = phase(&mut rest)?;
    let other = if rest.0.is_empty() { None } else { Some(summer_time(&mut rest, usual.offset)?) };
    Some(Rule { usual, other })
}

/// A name and an offset, behind a mark if it is summer time.
fn phase(rest: &mut Rest) -> Option<Time> {
    let is_summer = rest.take('!').is_some();
    let name = rest.name()?;
    Some(Time { name, offset: -rest.seconds()?, is_summer, saved: if is_summer { 3600 } else { 0 } })
}

fn summer_time(rest: &mut Rest, standard: i64) -> Option<Other> {
    let name = rest.name()?;
    let offset = match rest.0.starts_with(',') || rest.0.is_empty() {
        true => standard + 3600,
        false => -rest.seconds()?,
    };
    let mut usual = Rest(USUAL);
    let changes = if rest.0.is_empty() { &mut usual } else { rest };
    let (begins, ends) = (changes.change()?, changes.change()?);
    let time = Time { name, offset, is_summer: true, saved: offset - standard };
    Some(Other { time, begins, ends: Some(ends) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_on_which_days_clocks_are_changed() {
        let rule = Rule::new("EST5EDT,M3.2.0,M11.1.0");
        assert_eq!((rule.usual.offset, rule.other().map(|time| time.offset)), (-18_000, Some(-14_400)));
        let begins = days_from_civil(2026, 3, 8) * DAY + 7200;
        assert_eq!(rule.changes(2026), Some((begins, Some(days_from_civil(2026, 11, 1) * DAY + 7200))));
        assert_eq!((rule.at(2026, begins).is_summer, rule.at(2026, begins + 18_000).is_summer), (false, true));
    }

    #[test]
    fn in_a_year_with_one_change_what_comes_holds_to_its_end() {
        let rule = Rule::new("<-03>3~!<-02>2,M12.1.4/0");
        let time = rule.at(1988, days_from_civil(1988, 12, 30) * DAY);
        assert_eq!((&*time.name, time.offset, time.is_summer, time.saved), ("-02", -7200, true, 3600));
        assert_eq!(rule.at(1988, days_from_civil(1988, 6, 1) * DAY), &Time::standard("-03", -10_800));
    }
}
