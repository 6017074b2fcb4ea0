/** What is said before anything is read, by the law; and how a price was worked out. */
export const RULES = {
  "Pour instruire votre demande, {collectivite} ne demande rien à d’autres administrations.":
    "To process your application, {collectivite} asks nothing of other administrations.",
  "Pour instruire votre demande, {collectivite} récupère pour vous, par API Particulier, les seules données suivantes. Vous n’avez pas de justificatif à fournir.":
    "To process your application, {collectivite} retrieves for you, through API Particulier, the following data only. You do not need to provide any supporting document.",
  "les noms qui y figurent, pour vérifier que ces données vous concernent":
    "the names it contains, to check that this data is about you",
  "les noms qui y figurent, pour vérifier que ces données concernent cet enfant":
    "the names it contains, to check that this data is about this child",
  "pour {why}": "to {why}",
  "articles L113-12 et L114-8 du code des relations entre le public et l’administration":
    "articles L113-12 and L114-8 of the French code of relations between the public and the administration",
  "mission d’intérêt public (article 6, paragraphe 1, e, du RGPD)":
    "task in the public interest (article 6, paragraph 1, e, of the GDPR)",
  "{deliberation} du {date}": "{deliberation} of {date}",
  "Votre dossier est conservé {months} mois après la décision, puis supprimé. Le jeton remis par FranceConnect et les réponses des administrations ne sont jamais conservés.":
    "Your application is kept for {months} months after the decision, then deleted. The token issued by FranceConnect and the replies of the administrations are never kept.",
  "Avant de décider, un agent peut demander de nouveau ces données, au plus une fois par jour : votre état civil est gardé pour cela, chiffré, jusqu’à la décision. Vous voyez dans votre dossier quand il le fait.":
    "Before deciding, an officer may ask for this data again, at most once a day: your civil status is kept for that, encrypted, until the decision. Your file shows when they do.",
  "Vous pouvez vérifier ces données avant l’envoi, et signaler celles qui vous semblent fausses.":
    "You can check this data before sending, and report what seems wrong to you.",
  "Vous disposez d’un droit d’accès, de rectification, de limitation et d’opposition.":
    "You have a right of access, of rectification, of restriction and of objection.",
  "Vous disposez d’un droit d’accès, de rectification, de limitation et d’opposition : écrivez à {office}.":
    "You have a right of access, of rectification, of restriction and of objection: write to {office}.",
  "Pour corriger une donnée à sa source, adressez-vous à l’administration qui la détient.":
    "To have data corrected at its source, contact the administration that holds it.",
  "Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à la CNIL (www.cnil.fr).":
    "If you believe that your rights are not respected, you can lodge a complaint with the CNIL (www.cnil.fr).",
  "Vous pouvez continuer sans cette récupération, ou sans FranceConnect : vous saisissez alors ces informations et joignez un justificatif. Votre demande est traitée de la même façon.":
    "You can continue without this retrieval, or without FranceConnect: you then type in these details and attach a supporting document. Your application is handled in the same way.",
  "la CAF ou la MSA": "the family allowance office, CAF or MSA",
  "la Sécurité sociale": "the French social security",
  "le CNOUS": "the CNOUS student services",
  "l’Agence nationale des titres sécurisés": "the national agency for secure documents, ANTS",
  "France Travail": "France Travail",
  "le ministère de l’Éducation nationale": "the French ministry of education",
  "le ministère de l’Enseignement supérieur": "the French ministry of higher education",
  "le ministère des Sports": "the French ministry of sport",
  "le GIP Modernisation des déclarations sociales": "the GIP-MDS, which collects social declarations",
  "la direction du service national et de la jeunesse": "the directorate of national service and youth",
  "Votre tarif": "Your price",
  Tarif: "Price",
  Limite: "Limit",
  Minimum: "Minimum",
  Maximum: "Maximum",
  Situation: "Situation",
  Montant: "Amount",
  Taux: "Rate",
  "Tarif {unit} selon le {figure}": "Price {unit} by {figure}",
  "Tarif {unit} : {figure} × {rate}": "Price {unit}: {figure} × {rate}",
  "Barème national {year} : part des ressources mensuelles (de {least} à {most}) par heure":
    "National scale {year}: share of monthly income (from {least} to {most}) per hour",
  "1 enfant": "1 child",
  "{count} enfants": "{count} children",
  "4 à 7 enfants": "4 to 7 children",
  "8 enfants et plus": "8 children and more",
  "par heure et par enfant accueilli": "per hour and per child",
  "à partir de {amount}": "from {amount}",
  "à partir du {rank}e enfant": "from child no. {rank}",
  "hors commune": "outside the town",
  "{least} à {most}": "{least} to {most}",
  "{explanation} ; {more}": "{explanation}; {more}",
  "{figure} {amount}, tranche {number} ({range})": "{figure} {amount}, band {number} ({range})",
  "{product}, porté au minimum de {amount}": "{product}, raised to the minimum of {amount}",
  "{product}, ramené au maximum de {amount}": "{product}, lowered to the maximum of {amount}",
  "{product} = {amount}": "{product} = {amount}",
  "ressources {amount} par mois × {rate} ({family})": "income of {amount} a month × {rate} ({family})",
  "ressources {amount} par mois (plancher) × {rate} ({family})":
    "income of {amount} a month (lower limit) × {rate} ({family})",
  "ressources {amount} par mois (plafond) × {rate} ({family})":
    "income of {amount} a month (upper limit) × {rate} ({family})",
  "1 enfant à charge": "1 dependent child",
  "{count} enfants à charge": "{count} dependent children",
  "{family}, taux abaissé : {count} enfant(s) avec AEEH":
    "{family}, lower rate: {count} child(ren) with the AEEH",
  "{figure} {amount} × {rate}": "{figure} {amount} × {rate}",
  "{why} : {sum}": "{why}: {sum}",
  "{amount} + {more}": "{amount} + {more}",
  "{amount} – {rate}": "{amount} – {rate}",
} as const satisfies Record<string, string>;
