export { type CitizenPages, citizenPages } from "./routes.tsx";
