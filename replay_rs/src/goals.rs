//! Goals: what the team scores, the scoreboard and the header agree on.

use crate::events::{self, Event};
use crate::header::HeaderGoal;
use crate::roster::Player;
use crate::scoreboard::Scoreboard;

/// A scorer's tally rises within this many frames of the team's.
const SCORER_FRAMES: usize = 30;
/// A line of the header this close is the same goal, even under the other team: the header
/// files an own goal under the team of whoever touched last.
const SAME_FRAMES: usize = 10;
/// Further off, about 5 s, the team has to agree.
const HEADER_FRAMES: usize = 150;

/// Goals with team and scorer; the header adds those the recording stopped short of.
pub fn find(
    board: &Scoreboard,
    header: &[HeaderGoal],
    players: &[Player],
    frames: usize,
) -> Vec<Event> {
    let mut scorers = board.scorers.clone();
    let mut listed: Vec<&HeaderGoal> = header.iter().collect();
    let mut goals = Vec::with_capacity(header.len());
    for (frame, team) in &board.team_goals {
        let line = take(&mut listed, |goal| near(goal, *frame, SAME_FRAMES)).or_else(|| {
            take(&mut listed, |goal| near(goal, *frame, HEADER_FRAMES) && is_team(goal, *team))
        });
        let scorer = take(&mut scorers, |(at, slot)| {
            at.abs_diff(*frame) <= SCORER_FRAMES
                && usize::try_from(players[*slot].team) == Ok(*team)
        });
        let name = line.and_then(|goal| named(goal, players));
        let own = line.is_some_and(|goal| !is_team(goal, *team));
        let by = scorer.map(|(_, slot)| slot).or(name.filter(|_| !own));
        goals.push(
            Event::new(events::GOAL, *frame).by(by).on(name.filter(|_| own)).detail(*team as i32),
        );
    }
    for goal in listed {
        let frame = usize::try_from(goal.frame).unwrap_or(0).min(frames.saturating_sub(1));
        goals.push(Event::new(events::GOAL, frame).by(named(goal, players)).detail(goal.team));
    }
    goals
}

fn take<T: Copy>(list: &mut Vec<T>, test: impl Fn(&T) -> bool) -> Option<T> {
    list.iter().position(test).map(|at| list.remove(at))
}

fn near(goal: &HeaderGoal, frame: usize, within: usize) -> bool {
    usize::try_from(goal.frame).is_ok_and(|at| at.abs_diff(frame) <= within)
}

fn is_team(goal: &HeaderGoal, team: usize) -> bool {
    usize::try_from(goal.team) == Ok(team)
}

fn named(goal: &HeaderGoal, players: &[Player]) -> Option<usize> {
    let same = |player: &Player| player.name == goal.name && i32::from(player.team) == goal.team;
    players
        .iter()
        .position(same)
        .or_else(|| players.iter().position(|player| player.name == goal.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn player(name: &str, team: i8) -> Player {
        Player { name: name.into(), team, ..Player::default() }
    }

    #[test]
    fn a_goal_after_the_last_frame_comes_from_the_header() {
        let mut board = Scoreboard::new(2);
        board.team_goals.push((100, 1));
        board.scorers.push((101, 1));
        let header = [
            HeaderGoal { frame: 100, name: "Bob".into(), team: 1 },
            HeaderGoal { frame: 900, name: "Ada".into(), team: 0 },
        ];
        let goals = find(&board, &header, &[player("Ada", 0), player("Bob", 1)], 800);
        let seen: Vec<_> =
            goals.iter().map(|goal| (goal.frame, goal.player, goal.detail)).collect();
        assert_eq!(seen, [(100, Some(1), 1), (799, Some(0), 0)]);
    }

    #[test]
    fn an_own_goal_has_no_scorer() {
        let mut board = Scoreboard::new(2);
        board.team_goals.push((100, 1));
        let header = [HeaderGoal { frame: 101, name: "Ada".into(), team: 0 }];
        let goals = find(&board, &header, &[player("Ada", 0), player("Bob", 1)], 800);
        assert_eq!(
            (goals.len(), goals[0].player, goals[0].other, goals[0].detail),
            (1, None, Some(0), 1)
        );
    }
}
