//! Expressions and their TIMEX3 values, read without a tree and against one day of publication.

use super::find_times;

/// The values found in a sentence published on Tuesday, 2024-11-05.
fn values(text: &str) -> Vec<String> {
    find_times(text, "2024-11-05".parse().ok(), None)
        .into_iter()
        .map(|time| time.value)
        .collect()
}

#[test]
fn times_of_day_in_words_and_with_their_day() {
    for (text, value) in [
        ("The siren sounded at half past seven on Monday.", "T07:30"),
        (
            "The gate was closed yesterday at a quarter to five.",
            "2024-11-04T04:45",
        ),
        (
            "It struck last night at 8 and lasted an hour.",
            "2024-11-04T20:00",
        ),
        ("Polls opened at 8 a.m. this morning.", "2024-11-05T08:00"),
        (
            "The train left at 7:56:30 p.m. yesterday.",
            "2024-11-04T19:56:30",
        ),
        (
            "They met yesterday at two in the afternoon.",
            "2024-11-04T14:00",
        ),
    ] {
        assert!(
            values(text).iter().any(|found| found.ends_with(value)),
            "{text}: {:?}",
            values(text)
        );
    }
}

#[test]
fn a_year_behind_a_stretch_holds_for_both_its_ends() {
    assert_eq!(
        values("The station was shut from March to August 2011."),
        ["2011-03", "2011-08"]
    );
    assert_eq!(
        values("It ran from November 20 to January 5, 2012."),
        ["2011-11-20", "2012-01-05"]
    );
    assert_eq!(values("He taught there in 1894-96."), ["1894", "1896"]);
}

#[test]
fn months_of_every_year_have_no_year() {
    assert_eq!(
        values("Storms are common between June and November."),
        ["XXXX-06", "XXXX-11"]
    );
    assert_eq!(
        values("Storms were common between June and August."),
        ["2024-06", "2024-08"]
    );
}

#[test]
fn what_lies_in_two_weeks_is_a_day_ahead_only_where_the_future_is_told() {
    assert_eq!(values("The court will rule in two weeks."), ["2024-W47"]);
    assert_eq!(values("The wall was built in two weeks."), ["P2W"]);
}

#[test]
fn dates_with_marks_and_names_of_one_day() {
    assert_eq!(values("Filed on 05-Aug-2016 in court."), ["2016-08-05"]);
    assert_eq!(values("The towers fell on 9/11."), ["2001-09-11"]);
    assert_eq!(values("It ended the kingdom in 508 BC."), ["-0508"]);
    assert_eq!(values("Rates rose 3 of 1991-50 times."), ["1991"]);
}

#[test]
fn a_count_behind_a_weekday_is_no_day_of_the_month() {
    assert_eq!(
        values("Prices fell again Friday, the fourth decline in a row."),
        ["2024-11-01"]
    );
    assert_eq!(values("They met on Monday the 4th."), ["2024-11-04"]);
}
