"""Small lists and subjects with plain defaults, and one file in each official format, all of them made up."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from secondsource.model.listed import (
    Identifier,
    IdentifierKind,
    ListedEntry,
    ListedName,
    NameKind,
    SanctionsList,
    Schema,
)
from secondsource.model.screening import Subject
from secondsource.screening.index import Index


def entry(
    name: str,
    *aliases: str,
    key: str = "t-1",
    schema: Schema = Schema.PERSON,
    imo: str | None = None,
    birth_dates: Sequence[str] = (),
    countries: Sequence[str] = (),
    offices: Sequence[str] = (),
    registration: str | None = None,
    listed_on: str | None = None,
    remarks: str = "",
) -> ListedEntry:
    """Return an entry."""
    return ListedEntry(
        id=key,
        schema=schema,
        names=(ListedName(name, NameKind.MAIN), *(ListedName(alias, NameKind.ALIAS) for alias in aliases)),
        identifiers=tuple(
            Identifier(kind, value)
            for kind, value in ((IdentifierKind.IMO, imo), (IdentifierKind.REGISTRATION, registration))
            if value is not None
        ),
        birth_dates=tuple(birth_dates),
        countries=tuple(countries),
        offices=tuple(offices),
        programmes=("RURITANIA",),
        listed_on=listed_on,
        remarks=remarks,
    )


def listing(*entries: ListedEntry, name: str = "test-list", list_on: str | None = "2026-01-31") -> SanctionsList:
    """Return a list."""
    return SanctionsList(name=name, format="ftm", list_on=list_on, sha256="0" * 64, entries=tuple(entries))


def index(*entries: ListedEntry, list_on: str | None = "2026-01-31") -> Index:
    """Return an index of one list."""
    return Index([listing(*entries, list_on=list_on)])


def subject(*names: str, schema: Schema = Schema.PERSON, imo: str | None = None, **more: Sequence[str]) -> Subject:
    """Return somebody to look for."""
    numbers = () if imo is None else (Identifier(IdentifierKind.IMO, imo),)
    return Subject(
        schema=schema,
        names=names,
        identifiers=numbers,
        birth_dates=tuple(more.get("birth_dates", ())),
        countries=tuple(more.get("countries", ())),
        offices=tuple(more.get("offices", ())),
    )


def ftm_line(key: str, name: str, schema: str = "Person", **properties: Sequence[str]) -> str:
    """Return one FollowTheMoney entity as a line."""
    return json.dumps({"id": key, "schema": schema, "properties": {"name": [name], **properties}}) + "\n"


def write_packed(path: Path, text: str) -> Path:
    """Write ``text`` packed with gzip."""
    path.write_bytes(gzip.compress(text.encode()))
    return path


UN_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID><FIRST_NAME>RUDOLF</FIRST_NAME><SECOND_NAME>HENTZAU</SECOND_NAME><THIRD_NAME>na</THIRD_NAME>
      <UN_LIST_TYPE>Ruritania</UN_LIST_TYPE><REFERENCE_NUMBER>RUi.001</REFERENCE_NUMBER>
      <LISTED_ON>2016-03-02</LISTED_ON><NAME_ORIGINAL_SCRIPT>Рудольф Хентцау</NAME_ORIGINAL_SCRIPT>
      <DESIGNATION><VALUE>Chamberlain</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Ruritania</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Rupert of Hentzau</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Count</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1957-04-15</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>RU 0243318</NUMBER>
      </INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>ZENDA TRADING COMPANY</FIRST_NAME><UN_LIST_TYPE>Ruritania</UN_LIST_TYPE>
      <REFERENCE_NUMBER>RUe.001</REFERENCE_NUMBER><LISTED_ON>2017-06-02</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Zenda Exports</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><COUNTRY>Ruritania</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

OFAC_SDN = (
    '36,"ZENDA AIRLINES",-0- ,"RURITANIA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'ZENAIR\'."\n'
    '37,"HENTZAU, Rudolf","individual","RURITANIA","Chamberlain",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 15 Apr 1957; alt. DOB 1958; nationality Ruritania; Passport R1234567 (Ruritania) expires 20 Mar 20"\n'
    '38,"STRELSAU STAR","vessel","RURITANIA",-0- ,"RSTA1","Tanker",-0- ,"212","Ruritania",-0- ,'
    '"Vessel Registration Identification IMO 9074729; Linked To: ZENDA AIRLINES."\n'
    '39,"RU-ABC","aircraft","RURITANIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"Aircraft Manufacturer\'s Serial Number (MSN) 40312."\n\x1a'
)
OFAC_ALT = '37,57,"aka","HENTZAU, Rupert",-0- \n36,58,"fka","ZENDA AVIATION",-0- \n'
OFAC_ADD = '36,25,-0- ,"Streslau","Ruritania",-0- \n'
OFAC_COMMENTS = '37,"26; Linked To: ZENDA AIRLINES."\n'

OFAC_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://example.org/sdnList.xsd">
  <publshInformation><Publish_Date>07/09/2021</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry>
    <uid>37</uid><firstName>Rudolf</firstName><lastName>HENTZAU</lastName><title>Chamberlain</title>
    <sdnType>Individual</sdnType><programList><program>RURITANIA</program></programList>
    <idList><id><uid>1</uid><idType>Passport</idType><idNumber>R1234567</idNumber></id></idList>
    <akaList>
      <aka><uid>2</uid><type>a.k.a.</type><category>strong</category><lastName>HENTZAU</lastName>
        <firstName>Rupert</firstName></aka>
      <aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>THE COUNT</lastName></aka>
    </akaList>
    <nationalityList><nationality><country>Ruritania</country></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>15 Apr 1957</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
  <sdnEntry>
    <uid>38</uid><lastName>STRELSAU STAR</lastName><sdnType>Vessel</sdnType>
    <programList><program>RURITANIA</program></programList>
    <idList><id><uid>4</uid><idType>Vessel Registration Identification</idType>
      <idNumber>IMO 9074729</idNumber></id></idList>
    <vesselInfo><callSign>RSTA1</callSign><vesselFlag>Ruritania</vesselFlag></vesselInfo>
  </sdnEntry>
</sdnList>
"""

US_CSL = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,"
    "vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,"
    "places_of_birth,source_information_url,ids\n"
    'a1,Specially Designated Nationals (SDN) - Treasury Department,37,Individual,RURITANIA,"HENTZAU, Rudolf",'
    'Chamberlain,,,2016-03-02,,,,,,,,,,,,,"HENTZAU, Rupert; and THE COUNT",,1957-04-15,RU,,,"RU, R1234567, Passport"\n'
    "a2,Entity List (EL) - Bureau of Industry and Security,,,,Zenda Instruments JSC,,,,2022-04-07" + "," * 19 + "\n"
)

EU_CSV = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_FirstName;NameAlias_LastName;"
    "NameAlias_WholeName;NameAlias_Function;BirthDate_BirthDate;Identification_Number;Citizenship_CountryIso2Code\n"
    "09/07/2024;7;EU.1.11;2016-03-02;P;RUR;Rudolf;Hentzau;Rudolf Hentzau;Chamberlain;;;\n"
    "09/07/2024;7;EU.1.11;2016-03-02;P;RUR;;;Rupert of Hentzau;;;;\n"
    "09/07/2024;7;EU.1.11;2016-03-02;P;RUR;;;;;1957-04-15;R1234567 (passport);RU\n"
    "09/07/2024;8;EU.2.22;;E;RUR;;;Zenda Trading Company;;;;\n"
)
EU_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-07-09T15:29:22.497+02:00" globalFileId="1">
  <sanctionEntity designationDate="2016-03-02" euReferenceNumber="EU.1.11" logicalId="7">
    <regulation programme="RUR" numberTitle="1/2016 (OJ L1)"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Rudolf Hentzau" function="Chamberlain" strong="true"/>
    <nameAlias firstName="Rupert" middleName="of" lastName="Hentzau" wholeName="" function="" strong="true"/>
    <nameAlias wholeName="The Count" strong="false"/>
    <citizenship countryIso2Code="RU" countryDescription="RURITANIA"/>
    <birthdate birthdate="1957-04-15" year="1957"/>
    <identification number="R1234567" identificationTypeCode="passport"/>
  </sanctionEntity>
</export>
"""
UK_CSV = (
    "Last Updated,09/07/2024\n"
    "Name 6,Name 1,Name 2,Title,DOB,Nationality,Passport Details,Position,Other Information,Group Type,Alias Type,"
    "Regime,Listed On,Group ID\n"
    "HENTZAU,Rupert,,,15/04/1957,1) Ruritania 2) Austria,Passport No: R1234567,,UN Ref RUi.001,Individual,AKA,"
    "Ruritania,02/03/2016,7\n"
    "HENTZAU,Rudolf,,,00/00/1957,Ruritania,,Chamberlain,UN Ref RUi.001,Individual,Prime Alias,Ruritania,02/03/2016,7\n"
    "STRELSAU STAR,,,,,,,,IMO number: 9074729,Ship,Primary name,Ruritania,03/03/2016,8\n"
)
FTM = ftm_line("ru-1", "Rudolf Hentzau", alias=["Rupert of Hentzau"], birthDate=["1957-04-15"]) + ftm_line(
    "ru-2", "STRELSAU STAR", "Vessel", imoNumber=["IMO9074729"]
)

FORMATS = {
    "un-xml": ("un-2026-02-27.xml", UN_XML),
    "ofac-csv": ("sdn.csv", OFAC_SDN),
    "ofac-xml": ("sdn.xml", OFAC_XML),
    "us-csl": ("csl.csv", US_CSL),
    "eu-csv": ("eu.csv", EU_CSV),
    "eu-xml": ("eu.xml", EU_XML),
    "uk-csv": ("uk.csv", UK_CSV),
    "ftm": ("ru-2024-07-09.ftm.jsonl", FTM),
}
"""File name and content by format."""


def write_format(folder: Path, form: str) -> Path:
    """Write the made-up list of that format and return its path; OFAC's set with all of its files."""
    name, text = FORMATS[form]
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    if form == "ofac-csv":
        for beside, content in (("alt", OFAC_ALT), ("add", OFAC_ADD), ("sdn_comments", OFAC_COMMENTS)):
            (folder / f"{beside}.csv").write_text(content, encoding="utf-8")
    return path
