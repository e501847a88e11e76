import './later-styles.css';
