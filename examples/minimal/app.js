import express from "express";
import session from "express-session";
import { franceConnect, requireLevel } from "passerelle";

const app = express();
const baseUrl = process.env.BASE_URL ?? "http://localhost:3000";
const client = (prefix) => ({
  issuer: process.env[`${prefix}_ISSUER`],
  clientId: process.env[`${prefix}_CLIENT_ID`],
  clientSecret: process.env[`${prefix}_CLIENT_SECRET`],
});

app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
app.use(franceConnect({ baseUrl, franceConnect: client("FRANCECONNECT") }));
app.get("/cantine", requireLevel("eidas1"), (req, res) => res.json(req.citizen));

app.listen(new URL(baseUrl).port);
