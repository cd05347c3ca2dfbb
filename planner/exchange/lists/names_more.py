"""What columns of lists are called in Italian and Portuguese, beside the names in ``names``."""

from __future__ import annotations

from collections.abc import Mapping

MORE: Mapping[str, Mapping[str, str]] = {
    "stakeholders": {
        "name": "nome e cognome, cognome e nome, nominativo, referente, contatto, parte interessata, nome completo,"
        " nome, contato, parte interessada",
        "first_name": "nome proprio, primeiro nome",
        "last_name": "cognome, sobrenome, apelido",
        "role": "ruolo, qualifica, mansione, posizione, cargo, funcao",
        "function": "reparto, ufficio, area, azienda, societa, ente, departamento, setor, empresa, area funcional",
        "email": "indirizzo e-mail, posta elettronica, endereco de e-mail",
        "power": "influenza, potere, livello di influenza, poder, influencia",
        "interest": "interesse, livello di interesse",
        "current": "atteggiamento, atteggiamento attuale, posizione attuale, atitude, atitude atual, postura atual",
        "desired": "atteggiamento desiderato, posizione desiderata, atitude desejada, postura desejada",
        "engaged_on": "ultimo contatto, ultimo incontro, ultimo contato, ultima reuniao",
        "relationship_owner": "responsabile, responsabile della relazione, responsavel",
        "engagement_action": "prossimo passo, azione, proximo passo, acao",
        "engagement_action_date": "scadenza, entro il, prazo",
        "expects": "aspettative, esigenze, expectativas, necessidades",
        "concern": "preoccupazioni, obiezioni, timori, preocupacoes, objecoes",
    },
    "budget": {
        "description": "voce, voce di spesa, voce di costo, descrizione, spesa, item de despesa, descricao, despesa,"
        " rubrica",
        "category": "categoria, centro di costo, tipologia, centro de custo",
        "activity": "attivita, progetto, campagna, iniziativa, atividade, campanha, projeto",
        "owner": "responsabile, referente, responsavel",
        "amount": "importo, totale, costo, costo previsto, preventivo, previsto, totale annuo, totale complessivo,"
        " valor, valor total, custo, orcado, orcamento, total geral",
        "actual": "consuntivo, speso, sostenuto, realizado, gasto, executado",
        "committed": "impegnato, ordinato, comprometido",
        "priority": "priorita, prioridade",
        "month": "mese, periodo",
        "note": "commento, commenti, osservazioni, comentario, observacoes",
    },
    "activities": {
        "title": "attivita, azione, iniziativa, compito, campagna, progetto, evento, titolo, atividade, tarefa, acao,"
        " campanha, projeto",
        "start": "inizio, data inizio, data di inizio, dal, inicio, data de inicio, data inicio",
        "end": "fine, data fine, data di fine, al, fim, data de fim, data fim, termino, data de termino, prazo",
        "on": "data, giorno, mese, quando, dia, mes",
        "owner": "responsabile, referente, incaricato, a cura di, assegnato a, responsavel, encarregado, atribuido a",
        "status": "stato, avanzamento, stato avanzamento, situacao, andamento",
        "channel": "canale",
        "success_metric": "obiettivo, indicatore, indicador",
        "leads_likely": "lead previsti, contatti previsti, leads previstos",
        "cost": "costo, costi, importo, costo previsto, budget previsto, custo, custo previsto, valor, orcamento",
        "segments": "segmento, pubblico, destinatari, publico alvo",
    },
    "sales-input": {
        "text": "commento, commenti, osservazione, suggerimento, feedback cliente, commento del cliente, richiesta,"
        " comentario do cliente, sugestao, observacao, pedido",
        "given_by": "venditore, agente, commerciale, segnalato da, inserito da, vendedor, representante, informado por",
        "function": "reparto, departamento",
        "date": "data, giorno, segnalato il, informazioni cronologiche, carimbo de data hora",
        "category": "argomento, tema, categoria, tipo, assunto",
        "evidence": "cliente, prova, esempio, evidenza, exemplo",
        "status": "stato, situacao",
        "response": "risposta, cosa facciamo, resposta",
    },
    "risks": {
        "statement": "rischio, rischi, descrizione del rischio, descrizione, evento, risco, riscos, descricao do risco",
        "type": "tipo, tipologia, categoria",
        "probability": "probabilita, probabilidade",
        "impact": "impatto, gravita, impacto, gravidade, severidade",
        "owner": "responsabile, titolare, responsavel, dono",
        "mitigation": "azione di mitigazione, azioni di mitigazione, mitigazione, contromisura, contromisure, azione,"
        " piano di azione, acao de mitigacao, mitigacao, plano de acao, resposta",
        "trigger": "segnale, campanello d allarme, gatilho, sinal",
        "due": "scadenza, data di revisione, entro il, prazo, data de revisao",
        "status": "stato, situacao",
    },
    "materials": {
        "name": "materiale, documento, titolo, nome, material",
        "type": "tipo, formato",
        "last_updated": "ultimo aggiornamento, aggiornato, ultima atualizacao, atualizado",
        "annual_cost": "costo annuo, costo, custo anual, custo",
        "usage_share": "utilizzo, usato da, utilizado por",
        "sales_rating": "valutazione, voto, avaliacao",
        "decision": "decisione, decisao",
        "owner": "responsabile, responsavel",
        "reason": "motivo, motivazione",
    },
    "spend": {
        "line": "campagna, nome campagna, nome della campagna, canale, piattaforma, campanha, nome da campanha, canal,"
        " plataforma",
        "on": "giorno, data, settimana, mese, inizio rapporto, inizio del report, dia, semana,"
        " mes, inicio dos relatorios",
        "spend": "costo, spesa, importo speso, importo speso (eur), custo, gasto, valor usado, valor gasto",
    },
}
"""By kind and role; a name that ``names`` has for another thing of the same kind keeps that meaning."""
