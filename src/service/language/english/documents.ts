/** Documents that citizens join: their inputs, their list, and what is wrong with a file. */
export const DOCUMENTS = {
  "Fichiers reçus": "Files received",
  "{size} ko": "{size} kB",
  "{size} Mo": "{size} MB",
  "Les documents que vous avez joints": "The documents you attached",
  "Documents que vous avez joints :": "Documents you attached:",
  "Un agent a téléchargé un document que vous avez joint": "An officer downloaded a document you attached",
  "Fichiers à joindre": "Files to attach",
  "PDF, JPEG, PNG ou HEIC, 5 Mo par fichier au plus.": "PDF, JPEG, PNG or HEIC, no more than 5 MB per file.",
  "Joindre sans quitter la page": "Attach and stay on this page",
  "Retirer « {verbatim} »": "Remove “{verbatim}”",
  "Je fournirai ce document plus tard, ou à l’accueil":
    "I will provide this document later, or at the counter",
  "À fournir plus tard": "To be provided later",
  "Joignez au plus {count} fichiers.": "Attach no more than {count} files.",
  "« {verbatim} » : ce fichier est vide. Ouvrez-le pour le vérifier, puis joignez-le de nouveau.":
    "“{verbatim}”: this file is empty. Open it to check it, then attach it again.",
  "« {verbatim} » : ce fichier dépasse 5 Mo. Réduisez sa taille, ou photographiez le document en qualité moyenne.":
    "“{verbatim}”: this file is larger than 5 MB. Make it smaller, or photograph the document in medium quality.",
  "« {verbatim} » : le nom de ce fichier dépasse 200 caractères. Renommez-le plus court, puis joignez-le de nouveau.":
    "“{verbatim}”: this file’s name is longer than 200 characters. Give it a shorter name, then attach it again.",
  "« {verbatim} » : ce fichier n’est ni un PDF, ni une photo JPEG, PNG ou HEIC. Enregistrez-le en PDF, ou photographiez le document.":
    "“{verbatim}”: this file is neither a PDF, nor a JPEG, PNG or HEIC photo. Save it as a PDF, or photograph the document.",
  "« {verbatim} » : le contenu de ce fichier ne correspond pas à la fin de son nom. Joignez le document d’origine, sans le renommer.":
    "“{verbatim}”: what is in this file does not match the end of its name. Attach the original document, without renaming it.",
  "« {verbatim} » : ce fichier est incomplet ou abîmé. Ouvrez-le pour le vérifier, puis joignez-le de nouveau.":
    "“{verbatim}”: this file is incomplete or damaged. Open it to check it, then attach it again.",
  "« {verbatim} » : ce fichier contient autre chose qu’un document. Imprimez-le en PDF, ou photographiez le document.":
    "“{verbatim}”: this file holds something else than a document. Print it as a PDF, or photograph the document.",
  "« {verbatim} » : joignez 5 fichiers à la fois. Choisissez de nouveau celui-ci.":
    "“{verbatim}”: attach 5 files at a time. Choose this one again.",
  "« {verbatim} » : vos documents dépassent 20 Mo en tout. Retirez-en un, ou apportez celui-ci à l’accueil.":
    "“{verbatim}”: your documents are larger than 20 MB in all. Remove one, or bring this one to the counter.",
  "« {verbatim} » : cette demande contient déjà 30 fichiers. Apportez celui-ci à l’accueil.":
    "“{verbatim}”: this application already holds 30 files. Bring this one to the counter.",
  "Un document de ce formulaire n’est plus disponible. Revenez à l’étape où vous l’aviez joint, retirez-le, puis joignez-le de nouveau.":
    "A document in this form is no longer available. Go back to the step where you attached it, remove it, then attach it again.",
  "Trop d’envois en même temps": "Too many uploads at once",
  "Beaucoup de documents viennent de votre adresse. Patientez une minute, puis revenez en arrière et envoyez de nouveau.":
    "Many documents are coming from your address. Wait a minute, then go back and send again.",
  "Votre envoi n’a pas pu être lu": "What you sent could not be read",
  "Revenez en arrière, puis envoyez de nouveau. Si cela se répète, enregistrez vos réponses sans document, et apportez-le à l’accueil.":
    "Go back, then send again. If it happens again, save your answers without a document, and bring it to the counter.",
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure, pour ce navigateur ; les documents que vous veniez de choisir seront à joindre de nouveau.":
    "Nothing happened for a long time, and we closed your session to protect your data. What you had just typed is kept for one hour, for this browser; the documents you had just chosen will have to be attached again.",
} as const satisfies Record<string, string>;
