/** Asking for somebody else. */
export const PARTIES = {
  "Pour qui faites-vous cette demande ?": "Who is this application for?",
  Continuer: "Continue",
  "Les données de la demande": "The data of the application",
  "Pour moi": "For me",
  "Pour quelqu’un d’autre": "For somebody else",
  "Vous faites cette demande pour quelqu’un d’autre.": "You are applying for somebody else.",
  "Vous faites cette demande pour vous.": "You are applying for yourself.",
  Changer: "Change",
  "pour qui est la demande": "who the application is for",
  "Faire cette demande pour quelqu’un d’autre": "Apply for somebody else",
  "Faire cette demande pour vous": "Apply for yourself",
  "Revenir à ma demande": "Back to my application",
  "Vous direz qui vous êtes pour cette personne, puis vous saisirez ses informations. Les données que l’administration a sur vous ne serviront pas.":
    "You will say who you are to this person, then type in their details. What public bodies hold about you will not be used.",
  "Les données que l’administration a sur vous seront de nouveau demandées.":
    "What public bodies hold about you will be asked for again.",
  "Vous saisirez vos propres informations.": "You will type in your own details.",
  "Ces réponses seront effacées de la demande": "These answers will be removed from the application",
  "Continuer pour quelqu’un d’autre": "Continue for somebody else",
  "Continuer pour moi": "Continue for myself",
  "Ne rien changer": "Change nothing",
  "Demande pour {beneficiary}, déposée par {filer} ({capacity}).":
    "Application for {beneficiary}, made by {filer} ({capacity}).",
  "Vous faites cette demande pour quelqu’un d’autre : {collectivite} ne demande rien à d’autres administrations, ni sur vous, ni sur cette personne. Vous saisissez ses informations et joignez ses justificatifs.":
    "You are applying for somebody else: {collectivite} asks other administrations for nothing, neither about you nor about this person. You type in their details and attach their supporting documents.",
  "Vous pouvez aussi faire cette demande sans FranceConnect : elle est traitée de la même façon.":
    "You can also make this application without FranceConnect: it is handled in the same way.",
  "La personne pour qui vous faites la demande a les mêmes droits que vous : dites-lui que vous la faites.":
    "The person you are applying for has the same rights as you: tell them that you are applying.",
} as const satisfies Record<string, string>;
