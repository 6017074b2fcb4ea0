export { Overview, Quarters, quarterWords, Standing } from "./indicators-table.tsx";
export { qualityPages, readQuarter } from "./pages.tsx";
