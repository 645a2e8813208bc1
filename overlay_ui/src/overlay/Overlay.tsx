/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Card } from "./Card";
import { Editor } from "./Editor";
import { changed, parametersOf, suitingScale } from "./parameters";

/** The whole page: the card at its place, or what arranges it. */
export function Overlay() {
  const [parameters, change] = useAddress();
  const suiting = useSuitingScale();
  const scale = parameters.scale ?? suiting;
  const { place, opacity, edit, bare } = parameters;
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    style.setProperty("--scale", String(scale));
    style.setProperty("--solid", String(opacity));
    dataset.bare = String(bare);
  }, [scale, opacity, bare]);
  return (
    <main className="stage" data-place={place} data-edit={edit}>
      {edit ? <Editor parameters={parameters} scale={scale} change={change} /> : <Card />}
    </main>
  );
}

/** What the address asks for, now and whenever the window changes it. */
function useAddress() {
  const [hash, become] = useState(location.hash);
  useEffect(() => {
    const look = () => become(location.hash);
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  const change = (changes: Readonly<Record<string, string | null>>) => {
    history.replaceState(null, "", changed(location.hash, changes));
    become(location.hash);
  };
  return [parametersOf(hash), change] as const;
}

function useSuitingScale(): number {
  const [scale, become] = useState(() => suitingScale(innerWidth, innerHeight));
  useEffect(() => {
    const look = () => become(suitingScale(innerWidth, innerHeight));
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  return scale;
}
