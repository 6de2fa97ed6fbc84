//! Where the marks of one lane stand, so that none covers another and each stays in its day.

/// From the middle of a lane to a row above or below it.
const ROW: f32 = 9.0;

/// The stretch of a lane that a mark stands for, in points from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Left edge.
    pub(super) left: f32,
    /// Right edge.
    pub(super) right: f32,
    /// Whether it is one day: its mark stays inside where there is room.
    pub(super) is_day: bool,
}

impl Stretch {
    const fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// One mark, or several that stand too near each other to be told apart, as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    /// Its middle, from the left.
    pub(super) x: f32,
    /// Its middle, from the middle of the lane.
    pub(super) y: f32,
    /// Which marks, by position.
    pub(super) marks: Vec<usize>,
}

impl Spot {
    fn one(x: f32, y: f32, mark: usize) -> Self {
        Self {
            x,
            y,
            marks: vec![mark],
        }
    }
}

/// Where the marks stand.
///
/// `wide` is the width of a mark with the gap after it, `crowd` that of the number which stands for
/// several. Days that are wide enough hold their marks side by side, in one row or two; where days
/// are narrower than a mark, two that are nearer than that stand one above the other. More than that
/// are one spot, so that no mark covers another and none is moved to days that it does not mean.
pub(super) fn spread(stretches: &[Stretch], wide: f32, crowd: f32) -> Vec<Spot> {
    let mut order: Vec<(usize, Stretch)> = stretches.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.left.total_cmp(&b.left));
    let has_room = |stretch: &Stretch| stretch.is_day && stretch.right - stretch.left >= crowd;
    if !stretches.iter().any(has_room) {
        return gathered(&mut order, wide, crowd);
    }
    let (days, mut longer): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, s)| s.is_day);
    let mut spots = Vec::new();
    for day in days.chunk_by(|(_, a), (_, b)| a == b) {
        if let Some((_, stretch)) = day.first() {
            inside(day, *stretch, wide, &mut spots);
        }
    }
    let mut taken: Vec<f32> = spots.iter().map(|spot| spot.x).collect();
    for mut spot in gathered(&mut longer, wide, crowd) {
        while taken
            .iter()
            .any(|other| (other - spot.x).abs() < wide - 0.5)
        {
            spot.x += wide / 2.0;
        }
        taken.push(spot.x);
        spots.push(spot);
    }
    spots
}

/// Marks of stretches without room for one: those that begin within one width belong together. Where
/// some are too many for marks, the width is that of their number.
fn gathered(order: &mut [(usize, Stretch)], wide: f32, crowd: f32) -> Vec<Spot> {
    order.sort_by(|(_, a), (_, b)| a.middle().total_cmp(&b.middle()));
    let spots = within(order, wide);
    if spots.iter().any(|spot| spot.marks.len() > 1) {
        return within(order, crowd);
    }
    spots
}

fn within(order: &[(usize, Stretch)], wide: f32) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut last = f32::NEG_INFINITY;
    let mut rest: &[(usize, Stretch)] = order;
    while let Some((_, first)) = rest.first() {
        let end = first.middle() + wide;
        let near = rest.partition_point(|(_, stretch)| stretch.middle() < end);
        let (group, others) = rest.split_at(near.max(1));
        rest = others;
        let sum: f32 = group.iter().map(|(_, stretch)| stretch.middle()).sum();
        let x = (sum / group.len() as f32).max(last + wide);
        last = x;
        match group {
            [(mark, _)] => spots.push(Spot::one(x, 0.0, *mark)),
            [(above, _), (below, _)] => {
                spots.push(Spot::one(x, -ROW, *above));
                spots.push(Spot::one(x, ROW, *below));
            }
            many => spots.push(Spot {
                x,
                y: 0.0,
                marks: many.iter().map(|(mark, _)| *mark).collect(),
            }),
        }
    }
    spots
}

/// Puts the marks of one day into it: in one row, or in two, or as one spot.
fn inside(day: &[(usize, Stretch)], stretch: Stretch, wide: f32, spots: &mut Vec<Spot>) {
    let in_row = ((stretch.right - stretch.left) / wide).floor().max(1.0) as usize;
    let middle = stretch.middle();
    let rows: &[f32] = match day.len().div_ceil(in_row) {
        0 | 1 => &[0.0],
        2 => &[-ROW, ROW],
        _ => {
            spots.push(Spot {
                x: middle,
                y: 0.0,
                marks: day.iter().map(|(mark, _)| *mark).collect(),
            });
            return;
        }
    };
    // Both rows hold as many, so that neither looks like the rest of the other.
    let in_row = day.len().div_ceil(rows.len());
    for (marks, y) in day.chunks(in_row.max(1)).zip(rows) {
        let first = middle - wide * marks.len().saturating_sub(1) as f32 / 2.0;
        for (position, (mark, _)) in marks.iter().enumerate() {
            spots.push(Spot::one(wide.mul_add(position as f32, first), *y, *mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, Stretch, spread};

    const WIDE: f32 = 20.0;
    const CROWD: f32 = 30.0;

    fn day(left: f32, width: f32) -> Stretch {
        Stretch {
            left,
            right: left + width,
            is_day: true,
        }
    }

    /// How far two spots are from each other at least, the larger of both directions.
    fn apart(spots: &[Spot]) -> bool {
        spots.iter().enumerate().all(|(at, spot)| {
            spots.iter().skip(at + 1).all(|other| {
                let is_crowd = spot.marks.len() > 1 || other.marks.len() > 1;
                let needed = if is_crowd { CROWD } else { WIDE };
                (spot.x - other.x).abs() > needed - 0.1
                    || (spot.y - other.y).abs() >= 2.0 * super::ROW
            })
        })
    }

    #[test]
    fn one_telling_stands_in_the_middle_of_its_day() {
        let spots = spread(&[day(40.0, 40.0)], WIDE, CROWD);
        assert_eq!(spots, [Spot::one(60.0, 0.0, 0)]);
    }

    #[test]
    fn marks_of_a_day_stay_in_it_and_none_covers_another_however_many() {
        for width in [31.0, 40.0, 75.0, 200.0] {
            for count in 1..60 {
                let spots = spread(&vec![day(40.0, width); count], WIDE, CROWD);
                let all: usize = spots.iter().map(|spot| spot.marks.len()).sum();
                assert_eq!(all, count);
                assert!(apart(&spots), "{count} in {width}: {spots:?}");
                for spot in &spots {
                    let inside = 40.0 + WIDE / 2.0..=40.0 + width - WIDE / 2.0;
                    assert!(inside.contains(&spot.x), "{count} in {width}: {spots:?}");
                }
            }
        }
        let four = spread(&[day(40.0, 40.0); 4], WIDE, CROWD);
        let places: Vec<(f32, f32)> = four.iter().map(|spot| (spot.x, spot.y)).collect();
        assert_eq!(
            places,
            [(50.0, -9.0), (70.0, -9.0), (50.0, 9.0), (70.0, 9.0)]
        );
    }

    #[test]
    fn more_tellings_than_a_day_holds_are_one_spot() {
        let spots = spread(&[day(40.0, 40.0); 5], WIDE, CROWD);
        assert_eq!(spots.len(), 1);
        assert_eq!((spots[0].x, spots[0].marks.len()), (60.0, 5));
    }

    #[test]
    fn tellings_of_narrow_days_stay_where_they_belong_however_many() {
        let stretches: Vec<Stretch> = (0..300)
            .map(|number| day((number / 30) as f32 * 3.0, 3.0))
            .chain([day(200.0, 3.0), day(204.0, 3.0)])
            .collect();
        let spots = spread(&stretches, WIDE, CROWD);
        let all: usize = spots.iter().map(|spot| spot.marks.len()).sum();
        assert_eq!(all, stretches.len());
        for spot in &spots {
            for mark in &spot.marks {
                let wanted = stretches[*mark].middle();
                assert!((spot.x - wanted).abs() <= CROWD, "{spot:?}");
            }
        }
        assert!(apart(&spots), "{spots:?}");
    }
}
