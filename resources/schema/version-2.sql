CREATE TABLE bridge_step (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    amount INTEGER,
    arithmetic TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE brief (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    agency TEXT,
    version INTEGER,
    goals TEXT,
    segments TEXT,
    problem TEXT,
    propositions TEXT,
    proof TEXT,
    mandatories TEXT,
    measures TEXT,
    budget INTEGER,
    timing TEXT,
    final_approvers TEXT,
    approval_days INTEGER,
    PRIMARY KEY (id)
);

CREATE TABLE commitment (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    from_function TEXT,
    to_function TEXT,
    promise TEXT,
    metric TEXT,
    target TEXT,
    targets TEXT,
    review TEXT,
    accepted_by TEXT,
    accepted_on TEXT,
    if_missed TEXT,
    unit TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE edit (
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    author_id TEXT,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes TEXT,
    PRIMARY KEY (id),
    UNIQUE (seq),
    FOREIGN KEY(undoes) REFERENCES edit (id)
);

CREATE TABLE extra (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    owner TEXT,
    "key" TEXT,
    value TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE facts (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    plan_code TEXT,
    version INTEGER,
    status TEXT,
    currency TEXT,
    fiscal_year_start TEXT,
    horizon_months INTEGER,
    kickoff_date TEXT,
    as_of TEXT,
    budget_lock_date TEXT,
    lint_gate TEXT,
    response_sla_days INTEGER,
    locale TEXT,
    second_currency TEXT,
    second_currency_rate TEXT,
    company TEXT,
    industry TEXT,
    employees INTEGER,
    revenue_before_last INTEGER,
    revenue_last INTEGER,
    revenue_target INTEGER,
    margin_rate TEXT,
    sales_heads INTEGER,
    sales_field INTEGER,
    sales_inside INTEGER,
    sales_distributors INTEGER,
    marketing_fte TEXT,
    marketing_salaries INTEGER,
    bridge_base INTEGER,
    bridge_existing INTEGER,
    bridge_marketing INTEGER,
    bridge_target INTEGER,
    envelope INTEGER,
    budget_scope TEXT,
    good_lead TEXT,
    good_lead_agreed_by TEXT,
    exclusion TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE funnel (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    model TEXT,
    deal_low INTEGER,
    deal_likely INTEGER,
    deal_high INTEGER,
    deal_evidence TEXT,
    deal_n INTEGER,
    lag_won TEXT,
    lag_won_evidence TEXT,
    lag_opportunity TEXT,
    lag_opportunity_evidence TEXT,
    prior_note TEXT,
    baseline_low TEXT,
    baseline_likely TEXT,
    baseline_high TEXT,
    baseline_evidence TEXT,
    capacity TEXT,
    sellers INTEGER,
    margin_rate TEXT,
    annual_margin INTEGER,
    retention_rate TEXT,
    discount_rate TEXT,
    seed INTEGER,
    distribution TEXT,
    market_factor INTEGER,
    attempts TEXT,
    minutes_per_attempt TEXT,
    hours_per_seller TEXT,
    hours_marketing TEXT,
    hours_agency TEXT,
    monthly_quota INTEGER,
    marketing_share TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE lead_type (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    close_rate TEXT,
    revenue INTEGER,
    per_month TEXT,
    evidence TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY ("key")
);

CREATE TABLE person (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    role TEXT,
    function TEXT,
    level TEXT,
    present INTEGER,
    email TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE premortem (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    held_on TEXT,
    participants TEXT,
    top_causes TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE prior_month (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    month TEXT,
    leads TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE scenario (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    kind TEXT,
    cut_share TEXT,
    from_month TEXT,
    prepared INTEGER,
    policy TEXT,
    note TEXT,
    cut_amount INTEGER,
    shares TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE segment (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    priority INTEGER,
    accounts INTEGER,
    job TEXT,
    buying_roles TEXT,
    "trigger" TEXT,
    alternatives TEXT,
    must_not TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE session (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    gate TEXT,
    held_on TEXT,
    minutes INTEGER,
    participants TEXT,
    notes TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE settled (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    source TEXT,
    answers TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE stage (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    definition TEXT,
    owner TEXT,
    accepted_by TEXT,
    time_limit TEXT,
    on_refusal TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE vote_round (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    kind TEXT,
    question TEXT,
    held_on TEXT,
    dots_per_person INTEGER,
    voters TEXT,
    note TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE activity (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    kind TEXT,
    start TEXT,
    "end" TEXT,
    owner TEXT,
    sales_role TEXT,
    goals TEXT,
    sales_inputs TEXT,
    segments TEXT,
    success_metric TEXT,
    origin TEXT,
    last_result TEXT,
    status TEXT,
    depends_on TEXT,
    in_brief INTEGER,
    leads_low TEXT,
    leads_likely TEXT,
    leads_high TEXT,
    stage TEXT,
    channel TEXT,
    deputy TEXT,
    supporter TEXT,
    start_day TEXT,
    end_day TEXT,
    fixed_day TEXT,
    fixed_last_day TEXT,
    fixed_what TEXT,
    review_day TEXT,
    review_side TEXT,
    sunk INTEGER,
    all_or_nothing INTEGER,
    progress TEXT,
    hours_marketing TEXT,
    hours_sales TEXT,
    hours_agency TEXT,
    curve TEXT,
    elasticity TEXT,
    leads_at_nothing TEXT,
    leads_at_half_more TEXT,
    leads_at_most TEXT,
    least_spend INTEGER,
    most_spend INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(owner) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(deputy) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(supporter) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE approval (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    brief TEXT,
    person TEXT,
    function TEXT,
    date TEXT,
    version INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(brief) REFERENCES brief (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE brief_score (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    brief TEXT,
    heading TEXT,
    person TEXT,
    function TEXT,
    score TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(brief) REFERENCES brief (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE brief_section (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    brief TEXT,
    heading TEXT,
    text TEXT,
    writer TEXT,
    ready INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(brief) REFERENCES brief (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(writer) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE change (
    edit_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    row_id TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    PRIMARY KEY (edit_id, n),
    FOREIGN KEY(edit_id) REFERENCES edit (id)
);

CREATE TABLE coach_answer (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    state TEXT,
    answer TEXT,
    "by" TEXT,
    "on" TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY("by") REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE decision (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    date TEXT,
    decision TEXT,
    driver TEXT,
    approvers TEXT,
    contributors TEXT,
    informed TEXT,
    alternatives TEXT,
    rationale TEXT,
    revisit_on TEXT,
    status TEXT,
    dissent TEXT,
    dissent_by TEXT,
    superseded_by TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(driver) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(dissent_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(superseded_by) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE dot (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    round TEXT,
    item TEXT,
    function TEXT,
    person TEXT,
    dots INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(round) REFERENCES vote_round (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE goal (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    title TEXT,
    kind TEXT,
    metric TEXT,
    unit TEXT,
    baseline TEXT,
    baseline_source TEXT,
    target TEXT,
    due TEXT,
    owner_marketing TEXT,
    owner_sales TEXT,
    commitment TEXT,
    parent TEXT,
    marketing_promise TEXT,
    sales_promise TEXT,
    review TEXT,
    guard_metric TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(owner_marketing) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(owner_sales) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(parent) REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE named_version (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    edit TEXT,
    note TEXT,
    "by" TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY("by") REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE note (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    kind TEXT,
    text TEXT,
    author TEXT,
    doubted_by TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(author) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(doubted_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE promise_check (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    commitment TEXT,
    period TEXT,
    value TEXT,
    kept INTEGER,
    next_step TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(commitment) REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE pulse (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    session TEXT,
    statement INTEGER,
    person TEXT,
    function TEXT,
    score INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(session) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE question (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    section TEXT,
    question TEXT,
    asked_by TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_on TEXT,
    status TEXT,
    blocking INTEGER,
    due TEXT,
    activities TEXT,
    put_to TEXT,
    assumption_until TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(asked_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(answered_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(put_to) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE rate (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    low TEXT,
    most_likely TEXT,
    high TEXT,
    evidence TEXT,
    evidence_kind TEXT,
    n INTEGER,
    observed TEXT,
    agreed_by TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(agreed_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE risk (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    type TEXT,
    statement TEXT,
    probability INTEGER,
    impact INTEGER,
    owner TEXT,
    mitigation TEXT,
    "trigger" TEXT,
    due TEXT,
    status TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(owner) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE signoff (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    person TEXT,
    function TEXT,
    date TEXT,
    version INTEGER,
    edit TEXT,
    statement TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE stakeholder (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    person TEXT,
    power TEXT,
    interest TEXT,
    current TEXT,
    desired TEXT,
    engaged_on TEXT,
    relationship_owner TEXT,
    engagement_action TEXT,
    engagement_action_date TEXT,
    expects TEXT,
    concern TEXT,
    wanted_power TEXT,
    wanted_interest TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(relationship_owner) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE threshold (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    value TEXT,
    reason TEXT,
    "by" TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY("by") REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE actual (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    measure TEXT,
    month TEXT,
    activity TEXT,
    goal TEXT,
    value TEXT,
    source TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(goal) REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE budget_line (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    activity TEXT,
    category TEXT,
    description TEXT,
    owner TEXT,
    basis TEXT,
    priority INTEGER,
    in_brief INTEGER,
    committed INTEGER,
    amount INTEGER,
    locked INTEGER,
    in_second_currency INTEGER,
    note TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(owner) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE cause (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    premortem TEXT,
    text TEXT,
    "by" TEXT,
    risk TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(premortem) REFERENCES premortem (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY("by") REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(risk) REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE engagement (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    stakeholder TEXT,
    date TEXT,
    chapter TEXT,
    "by" TEXT,
    kind TEXT,
    heard TEXT,
    stance TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(stakeholder) REFERENCES stakeholder (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY("by") REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE lead_month (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    activity TEXT,
    month TEXT,
    likely TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE material (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    activity TEXT,
    replaced_by TEXT,
    name TEXT,
    type TEXT,
    last_updated TEXT,
    annual_cost INTEGER,
    usage_share TEXT,
    sales_rating TEXT,
    n_raters INTEGER,
    decision TEXT,
    owner TEXT,
    reason TEXT,
    sales_inputs TEXT,
    stage TEXT,
    segments TEXT,
    marketing_rating TEXT,
    n_marketing_raters INTEGER,
    deciders TEXT,
    decide_by TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(replaced_by) REFERENCES material (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(owner) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE run (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    activity TEXT,
    start TEXT,
    "end" TEXT,
    start_day TEXT,
    end_day TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE sales_input (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    date TEXT,
    given_by TEXT,
    category TEXT,
    text TEXT,
    evidence TEXT,
    status TEXT,
    response TEXT,
    responder TEXT,
    responded_on TEXT,
    decline_reason TEXT,
    activities TEXT,
    materials TEXT,
    decision TEXT,
    revisit_on TEXT,
    told_on TEXT,
    merged_into TEXT,
    differs_from TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(given_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(responder) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(merged_into) REFERENCES sales_input (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE waiver (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    rule TEXT,
    object TEXT,
    persons TEXT,
    reason TEXT,
    until TEXT,
    decision TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE amount (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    line TEXT,
    month TEXT,
    planned INTEGER,
    committed INTEGER,
    actual INTEGER,
    note TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(line) REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE rating (
    id TEXT NOT NULL,
    code TEXT,
    position INTEGER NOT NULL,
    material TEXT,
    person TEXT,
    function TEXT,
    score TEXT,
    unknown INTEGER,
    date TEXT,
    why TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(material) REFERENCES material (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX change_row ON change (row_id);

CREATE INDEX amount_line ON amount (line);
