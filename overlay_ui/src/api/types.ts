import type { Readable } from "openapi-typescript-helpers";
import type { components } from "./schema.gen";

type Schemas = components["schemas"];
/** A shape of the server as the client hands it over. */
type Got<Name extends keyof Schemas> = Readable<Schemas[Name]>;

export type AppSettings = Got<"AppSettings">;
export type Candidate = Got<"Candidate">;
export type Finding = Got<"Finding">;
export type Heatmap = Got<"MatchHeatmap">;
export type Info = Got<"Info">;
export type Job = Got<"JobInfo">;
export type LiveGoal = Got<"LiveGoal">;
export type LiveSummary = Got<"LiveSummary">;
export type MatchDetail = Got<"MatchDetail">;
export type MatchEvent = Got<"MatchEvent">;
export type MatchPlayer = Got<"DetailPlayer">;
export type MatchSummary = Got<"MatchSummary">;
export type Metric = Got<"MetricInfo">;
export type NewSettings = Schemas["NewSettings"];
export type Progress = Got<"Progress">;
export type Reference = Schemas["Reference"];
export type Seat = Got<"SummaryPlayer">;
export type Series = Got<"MatchSeries">;
export type Stats = Got<"Stats">;

export type Side = "blue" | "orange";
export type Visibility = NonNullable<Schemas["Share"]["visibility"]>;
export type Result = NonNullable<MatchSummary["result"]>;
