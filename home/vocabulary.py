"""Words of medicine that clinicians, locations and medical pages share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Specialty(models.TextChoices):
    """Fields of medicine; the values are the members of schema.org MedicalSpecialty.

    Source: https://schema.org/MedicalSpecialty (30.0).
    """

    ANESTHESIA = "Anesthesia", _("Anesthesiology")
    CARDIOVASCULAR = "Cardiovascular", _("Cardiology")
    COMMUNITY_HEALTH = "CommunityHealth", _("Community health")
    DENTISTRY = "Dentistry", _("Dentistry")
    DERMATOLOGY = "Dermatology", _("Dermatology")
    DIET_NUTRITION = "DietNutrition", _("Diet and nutrition")
    EMERGENCY = "Emergency", _("Emergency medicine")
    ENDOCRINE = "Endocrine", _("Endocrinology")
    GASTROENTEROLOGIC = "Gastroenterologic", _("Gastroenterology")
    GENETIC = "Genetic", _("Medical genetics")
    GERIATRIC = "Geriatric", _("Geriatrics")
    GYNECOLOGIC = "Gynecologic", _("Gynecology")
    HEMATOLOGIC = "Hematologic", _("Hematology")
    INFECTIOUS = "Infectious", _("Infectious disease")
    LABORATORY_SCIENCE = "LaboratoryScience", _("Laboratory medicine")
    MIDWIFERY = "Midwifery", _("Midwifery")
    MUSCULOSKELETAL = "Musculoskeletal", _("Musculoskeletal medicine")
    NEUROLOGIC = "Neurologic", _("Neurology")
    NURSING = "Nursing", _("Nursing")
    OBSTETRIC = "Obstetric", _("Obstetrics")
    ONCOLOGIC = "Oncologic", _("Oncology")
    OPTOMETRIC = "Optometric", _("Optometry")
    OTOLARYNGOLOGIC = "Otolaryngologic", _("Ear, nose and throat")
    PATHOLOGY = "Pathology", _("Pathology")
    PEDIATRIC = "Pediatric", _("Pediatrics")
    PHARMACY = "PharmacySpecialty", _("Pharmacy")
    PHYSIOTHERAPY = "Physiotherapy", _("Physical therapy")
    PLASTIC_SURGERY = "PlasticSurgery", _("Plastic surgery")
    PODIATRIC = "Podiatric", _("Podiatry")
    PRIMARY_CARE = "PrimaryCare", _("Primary care")
    PSYCHIATRIC = "Psychiatric", _("Mental health")
    PUBLIC_HEALTH = "PublicHealth", _("Public health")
    PULMONARY = "Pulmonary", _("Lung medicine")
    RADIOGRAPHY = "Radiography", _("Radiology")
    RENAL = "Renal", _("Kidney medicine")
    RESPIRATORY_THERAPY = "RespiratoryTherapy", _("Respiratory therapy")
    RHEUMATOLOGIC = "Rheumatologic", _("Rheumatology")
    SPEECH_PATHOLOGY = "SpeechPathology", _("Speech and language therapy")
    SURGICAL = "Surgical", _("Surgery")
    TOXICOLOGIC = "Toxicologic", _("Toxicology")
    UROLOGIC = "Urologic", _("Urology")
