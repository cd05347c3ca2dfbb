"""Words in lists for the choices of the plan's fields, in five languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from planner.exchange.plainwords import plain

_STANCES = {
    "resistant": "against resistant opponent opposed blocker negative critic gegner dagegen ablehnend kritisch oppose"
    " contre reticent opositor contra negativo resistente blocking tegenstander tegen afwijzend sceptisch skeptisch"
    " sceptical sceptique esceptico contrario contraria sfavorevole contrariada",
    "unaware": "unaware unknown uninformed unwissend nicht informiert ignorant non informe desconocedor onbekend"
    " onwetend inconsapevole",
    "neutral": "neutral neutre neutro neutrale neutra undecided unentschieden indecis indeciso passive neutraal",
    "supportive": "supportive supporter for positive favourable favorable befuerworter unterstuetzend dafuer soutien"
    " partisan favorable apoyo a favor ally support voorstander voor positief favourable unterstuetzer favorevole"
    " sostenitore sostenitrice favoravel apoiador",
    "leading": "leading champion leader sponsor driver advocate treiber fuehrend promoteur moteur lider promotor"
    " trekker aanjager",
}
_ACTIVITY = {
    "done": "done complete completed finished closed erledigt fertig abgeschlossen termine fini fait hecho terminado"
    " completado finalizado gereed klaar afgerond voltooid closed terminada completada finalizada completato completata"
    " conclusa concluso concluido concluida fatto chiuso",
    "cancelled": "cancelled canceled dropped stopped abgesagt gestrichen storniert annule abandonne cancelado"
    " geannuleerd vervallen gestopt annullato annullata cancelada",
    "live": "live running in progress ongoing started active laeuft laufend in arbeit en cours lance en curso activo"
    " in bearbeitung lopend bezig gestart wip doing in corso avviata em andamento iniciada",
    "approved": "approved agreed confirmed signed off freigegeben genehmigt bestaetigt approuve valide aprobado"
    " goedgekeurd akkoord valides approvato approvata aprovado confermata confermato confirmada",
    "proposed": "proposed planned plan idea draft not started open to do todo backlog geplant offen entwurf idee"
    " prevu"
    " propose a faire brouillon planificado propuesto pendiente gepland voorgesteld idee concept upcoming scheduled"
    " pianificata pianificato da fare prevista previsto bozza planejado planejada planeado a fazer planificada",
}
_INPUT = {
    "accepted": "accepted yes agreed done implemented angenommen ja umgesetzt accepte oui aceptado si geaccepteerd"
    " overgenomen",
    "adapted": "adapted partly partially changed angepasst teilweise adapte partiellement adaptado parcialmente"
    " aangepast deels",
    "parked": "parked later on hold postponed deferred zurueckgestellt spaeter reporte en attente aplazado mas tarde"
    " uitgesteld geparkeerd",
    "declined": "declined rejected no refused abgelehnt nein refuse rejete non rechazado afgewezen geweigerd",
    "discussed": "discussed in discussion in review besprochen in pruefung discute en discussion en revision"
    " besproken",
    "new": "new open neu offen nouveau ouvert nuevo abierto nieuw",
}
_RISK = {
    "assumption": "assumption annahme hypothese supuesto aanname",
    "issue": "issue problem incident probleem knelpunt",
    "dependency": "dependency abhaengigkeit dependance dependencia afhankelijkheid",
    "risk": "risk risiko risque riesgo threat opportunity risico",
}
_OPEN_CLOSED = {
    "closed": "closed done resolved mitigated retired geschlossen erledigt ferme clos cerrado resuelto gesloten"
    " afgehandeld",
    "open": "open new active monitoring in progress offen aktiv ouvert actif abierto activo actief",
}
_BASIS = {
    "quote": "quote quotation offer contract invoice angebot vertrag devis contrat oferta cotizacion contrato"
    " offerte",
    "last_year": "last year previous year history vorjahr annee precedente ano anterior actuals",
    "rule": "rule percentage formula regel regle regla",
    "estimate": "estimate estimated calculation schaetzung estimation estimacion estimado schatting raming",
    "guess": "guess rough placeholder tbd grob geraten approximation aproximado gok",
}
_DECISION = {
    "reproduce_unchanged": "reprint reproduce unchanged nachdruck reimprimer reimprimir",
    "keep": "keep ok current behalten garder mantener conservar behouden houden",
    "revise": "revise update edit ueberarbeiten aktualisieren reviser actualiser revisar actualizar herzien"
    " bijwerken",
    "replace": "replace ersetzen remplacer reemplazar sustituir vervangen",
    "retire": "retire remove delete archive stop einstellen entfernen archivieren supprimer retirer eliminar retirar"
    " schrappen stoppen",
    "create": "create new missing erstellen neu fehlt creer nouveau manquant crear nuevo falta nieuw maken",
}
_CATEGORY = {
    "objection": "objection einwand objecion pushback",
    "material": "material materials collateral brochure unterlagen support documentation content materiaal folder"
    " brochures katalog catalog catalogue",
    "lead_quality": "lead quality leads leadqualitaet qualite des leads calidad",
    "process": "process prozess ablauf processus proceso crm proces",
    "competitor": "competitor competition competitive wettbewerb wettbewerber konkurrenz concurrence competencia"
    " concurrent concurrentie",
    "customer_need": "customer need need needs requirement kundenbedarf bedarf besoin necesidad feature request"
    " klantbehoefte",
    "event": "event fair trade show messe veranstaltung salon evenement feria fiera feira evento beurs",
    "reference": "reference case study referenz reference cas client referencia caso",
    "market_signal": "market signal market trend markt marche mercado",
    "price": "price pricing cost preis preise prix precio prezzo preco prijs",
    "digital": "digital website web online",
    "partner": "partner distributor dealer channel haendler partenaire distributeur socio distribuidor",
    "idea": "idea suggestion idee vorschlag suggestion idea sugerencia other sonstiges autre otro idee anders",
}
_KIND = {
    "demand": "demand lead generation leadgen campaign performance nachfrage kampagne acquisition demanda captacion"
    " event trade show messe webinar",
    "material": "material content collateral sales enablement unterlagen contenu contenido",
    "process": "process prozess processus proceso",
    "brand": "brand branding image awareness pr marke marque marca",
    "foundation": "foundation tools crm data infrastructure grundlage werkzeuge outils herramientas",
}
_SIDES = {
    "agency": "agency agentur agence agencia agenzia bureau",
    "finance": "finance financial controlling controller accounting cfo finanzen buchhaltung finances comptabilite"
    " finanzas contabilidad purchasing einkauf procurement financien boekhouding finanza contabilita acquisti financas"
    " compras achats",
    "sales": "sales account field territory inside rep vertrieb verkauf aussendienst innendienst ventes commercial"
    " commerciale ventas vendite vendas comercial business development verkoop verkoper",
    "marketing": "marketing brand communication communications campaign demand content pr kommunikation",
    "service": "service support customer success kundendienst technician service client asistencia technique"
    " klantenservice",
    "it": "it ict information technology systems informatik informatique sistemas",
    "product": "product r d engineering development technology sde sdm software produkt entwicklung technik produit"
    " ingenierie producto ingenieria prodotto produto innovation windows macos linux",
    "partner": "partner distributor dealer reseller haendler vertragshaendler partenaire distributeur socio"
    " distribuidor dealer distributeur",
    "customer": "customer client buyer kunde kundin client cliente user end user klant",
    "management": "management ceo coo cmo executive board director general leadership geschaeftsfuehrung vorstand"
    " leitung direction direccion direzione diretoria gerencia owner operations program programme business directie",
}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "current": _STANCES, "desired": _STANCES, "activity.status": _ACTIVITY, "sales_input.status": _INPUT,
    "risk.type": _RISK, "risk.status": _OPEN_CLOSED, "basis": _BASIS, "decision": _DECISION,
    "category": _CATEGORY, "activity.kind": _KIND, "function": _SIDES,
}  # fmt: skip


@cache
def _patterns(key: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    words = _CHOICES[key]
    return [(choice, re.compile(rf"\b(?:{'|'.join(sorted(set(known.split()), key=len, reverse=True))})\b"))
            for choice, known in words.items()]  # fmt: skip


def choice_of(key: str, text: str, choices: Sequence[str]) -> str | None:
    """The choice that a text names; None where it names none. ``key`` is a field's name, with its table if needed."""
    said = plain(text)
    if not said:
        return None
    for choice in choices:
        if said == plain(choice):
            return choice
    if key not in _CHOICES:
        return None
    first: tuple[int, str] | None = None
    for choice, pattern in _patterns(key):
        found = pattern.search(said)
        if found and choice in choices and (first is None or found.start() < first[0]):
            first = (found.start(), choice)
    return first[1] if first else None


def has_words(key: str) -> bool:
    """Whether words are known for the choices of a field."""
    return key in _CHOICES


_SCALE = {1: "very low minor negligible sehr gering sehr niedrig sehr klein zeer laag tres faible tres bas muy bajo"
             " muy baja molto basso molto bassa muito baixo muito baixa rare",
          2: "low small gering niedrig klein laag faible bas basse bajo baja basso bassa baixo baixa unlikely",
          3: "medium moderate mittel gemiddeld matig moyen moyenne medio media possible",
          4: "high large hoch gross hoog groot eleve elevee haut haute fort forte important alto alta likely major",
          5: "very high critical extreme severe sehr hoch sehr gross kritisch zeer hoog tres eleve tres elevee"
             " tres fort tres forte tres haut tres haute critique muy alto muy alta critico critica molto alto"
             " molto alta muito alto muito alta almost certain"}  # fmt: skip
_LETTERS = {"l": 2, "g": 2, "n": 2, "b": 2, "m": 3, "h": 4, "a": 4}
"""What these words begin with, in languages in which no other begins so."""


def scale_of(text: str) -> int | None:
    """A word for more or less ("Medium", "sehr hoch") as 1 to 5; None where it is no such word."""
    said = plain(re.sub(r"\([^)]*\)", " ", text))
    if len(said) <= 1:
        return _LETTERS.get(said)
    for value in (1, 5):
        known = _SCALE[value]
        phrases = [phrase for phrase in _phrases(known) if phrase in said]
        if phrases:
            return value
    return next((value for value in (2, 3, 4) if set(said.split()) & set(_SCALE[value].split())), None)


@cache
def _phrases(known: str) -> tuple[str, ...]:
    """ "sehr hoch", "very high": two words belong together; the others stand alone."""
    words, made = known.split(), []
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in ("very", "sehr", "zeer", "tres", "muy", "molto", "muito", "almost"):
            made.append(f"{word} {words[place + 1]}")
            skip = True
        else:
            made.append(word)
    return tuple(made)
