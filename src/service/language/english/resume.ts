/** Coming back to an application without FranceConnect. */
export const RESUME = {
  "Votre code de reprise": "Your return code",
  "Avec ce code, vous retrouvez cette demande sur n’importe quel appareil, sans FranceConnect. Elle est gardée jusqu’au {date} ; chaque enregistrement la prolonge. Après l’envoi, le même code ouvre votre dossier.":
    "With this code you find this application again on any device, without FranceConnect. It is kept until {date}; each save extends it. Once sent, the same code opens your file.",
  "Notez ce code ou imprimez cette page, et gardez-le pour vous : qui a le code voit la demande. Nous ne pouvons pas le retrouver à votre place.":
    "Write this code down or print this page, and keep it to yourself: whoever has the code sees the application. We cannot find it for you.",
  "Continuer ma demande": "Continue my application",
  "Mes dossiers": "My applications",
  "Votre demande est enregistrée.": "Your application is saved.",
  "{count} réponse reste à compléter ou à corriger : ce que vous avez saisi est gardé tel quel.":
    "{count} answer still has to be completed or corrected: what you typed is kept as it is.",
  "{count} réponses restent à compléter ou à corriger : ce que vous avez saisi est gardé tel quel.":
    "{count} answers still have to be completed or corrected: what you typed is kept as it is.",
  "Reprendre une demande": "Return to an application",
  "Vous l’avez commencée ou envoyée sans FranceConnect, et vous avez noté son code de reprise.":
    "You began or sent it without FranceConnect, and you wrote down its return code.",
  "Ce code n’ouvre aucune demande. Vérifiez chaque caractère : la demande a pu être supprimée, ou rattachée à un compte FranceConnect.":
    "This code opens no application. Check each character: the application may have been deleted, or joined to a FranceConnect account.",
  "Code de reprise": "Return code",
  "24 lettres et chiffres. Les tirets et les majuscules ne comptent pas.":
    "24 letters and digits. Dashes and capitals do not matter.",
  "Ouvrir ma demande": "Open my application",
  "Vous pourrez la retrouver plus tard, sans FranceConnect.":
    "You can find it again later, without FranceConnect.",
  "Voir mon code de reprise": "See my return code",
  "Reprendre avec un code": "Return with a code",
  "Gardez votre demande": "Keep your application",
  "Votre code de reprise ouvre aussi ce dossier, sur n’importe quel appareil :":
    "Your return code also opens this file, on any device:",
} as const satisfies Record<string, string>;
