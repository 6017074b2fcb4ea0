/** Signing in, help, personal data, site map. */
export const INFORMATION = {
  "Pour retrouver vos dossiers et vos demandes à terminer.":
    "To find your applications again, sent or unfinished.",
  "Chaque démarche peut être remplie sans FranceConnect.":
    "Every form can be filled in without FranceConnect.",
  "Vous choisissez une démarche. La page dit ce que nous demanderons, à qui et pourquoi.":
    "You choose a service. Its page says what we will ask for, of whom and why.",
  "Vous vous identifiez avec FranceConnect, ou vous continuez sans.":
    "You sign in with FranceConnect, or you continue without it.",
  "Le formulaire arrive rempli de ce que l’administration sait déjà. Vous vérifiez, vous corrigez, vous complétez.":
    "The form comes filled with what the administration already knows. You check, you correct, you complete.",
  "Vous envoyez. Un agent de {collectivite} voit le même formulaire que vous, avec l’origine de chaque information.":
    "You send it. An officer of {collectivite} sees the same form as you do, with the origin of each detail.",
  "Une erreur dans mon identité": "A mistake in my identity",
  "Votre nom, vos prénoms et votre naissance viennent de l’état civil, par FranceConnect. Nous ne pouvons pas les modifier. Pour les corriger, demandez la rectification à l’Insee, sur service-public.fr, ou à votre mairie de naissance. En attendant, vous pouvez remplir la démarche sans FranceConnect, ou au guichet.":
    "Your name, given names and birth come from the civil register, through FranceConnect. We cannot change them. To have them corrected, ask Insee, on service-public.fr, or the town hall of your place of birth. Meanwhile, you can fill in the form without FranceConnect, or at the counter.",
  "Une donnée de la CAF ou d’un autre organisme est fausse":
    "Something from the CAF or another public body is wrong",
  "Sous la donnée, choisissez « Contester cette donnée » et expliquez pourquoi : l’agent qui examine votre demande verra votre remarque. Pour la corriger à la source, adressez-vous à l’organisme qui la détient.":
    "Under the information, choose “Dispute this information” and explain why: the officer who looks at your application will see your remark. To have it corrected at its source, contact the public body that holds it.",
  "Ce texte a une valeur légale : seule sa version française fait foi.":
    "This text has legal force: only its French version is valid.",
  "{collectivite} est responsable de vos données. Elles servent à instruire votre demande, au titre de sa mission d’intérêt public, et à rien d’autre.":
    "{collectivite} is responsible for your data. It is used to process your application, as part of its task in the public interest, and for nothing else.",
  "Combien de temps": "How long",
  "{title} : {months} mois après la décision": "{title}: {months} months after the decision",
  "Journal des accès des agents : 36 mois": "Log of the officers’ accesses: 36 months",
  "Témoins de connexion (cookies)": "Cookies",
  "Un témoin garde votre session ouverte, un autre la langue que vous avez choisie, pendant un an. Ils ne servent à rien d’autre : ils ne demandent donc pas votre accord.":
    "One cookie keeps your session open, another keeps the language you have chosen, for a year. They serve no other purpose, so they need no consent.",
  "Vos droits": "Your rights",
  "Vous pouvez accéder à vos données, les faire rectifier, en limiter l’usage ou vous y opposer en écrivant à {office}.":
    "You can have access to your data, have it corrected, restrict its use or object to it by writing to {office}.",
  "Vous pouvez accéder à vos données, les faire rectifier, en limiter l’usage ou vous y opposer au guichet.":
    "You can have access to your data, have it corrected, restrict its use or object to it at the counter.",
  "Vous pouvez aussi adresser une réclamation à la CNIL (www.cnil.fr).":
    "You can also lodge a complaint with the CNIL (www.cnil.fr).",
  "Ce qui a été lu pour vous est dans « {page} ».": "What was read for you is under “{page}”.",
  Accessibilité: "Accessibility",
} as const satisfies Record<string, string>;
