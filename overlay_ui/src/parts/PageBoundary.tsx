import { Component, type ReactNode } from "react";
import { ProblemPanel } from "./ProblemPanel";

interface Props {
  readonly children: ReactNode;
}

/** Keeps an error of one page from taking the rest away. */
export class PageBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ProblemPanel error={this.state.error} again={() => this.setState({ error: null })} />;
  }
}
